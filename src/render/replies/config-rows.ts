/** What settings say, one row for each key. */
import type { Settings } from '../../settings/settings.ts';
import type { Markdown } from '../markdown.ts';
import { codeSpan, md } from '../markdown.ts';
import { listed } from '../markdown-blocks.ts';
import { quoted } from '../phrases.ts';
import { CONFIG, type Source } from './wording.ts';

export interface ConfigRow {
  readonly key: string;
  readonly value: Markdown;
  readonly source: Source;
}

/** What holds after each layer, from the built-in one up. */
export interface SettingsLayers {
  readonly builtIn: Settings;
  readonly organisation: Settings;
  readonly repository: Settings;
}

/** What authors said in comments and holds here; it goes before what stands in a file. */
export interface SaidInComments {
  /** Null where nobody named one. */
  readonly projectType: string | null;
  /** Reasons by criterion. */
  readonly accept: Readonly<Record<string, string>>;
}

/** Each key's value and the layer that gave it: the topmost that changed what it found. */
export function configRows(layers: SettingsLayers, said: SaidInComments): readonly ConfigRow[] {
  const inFiles = rowsOf(layers);
  const inComments: readonly ConfigRow[] = [
    ...(said.projectType === null
      ? []
      : [{ key: 'projectType', value: quoted(said.projectType), source: 'comment' as const }]),
    ...Object.entries(said.accept).map(([criterion, reason]) => ({
      key: acceptKey(criterion),
      value: quoted(reason),
      source: 'comment' as const,
    })),
  ];
  const spoken = new Map(inComments.map(row => [row.key, row]));
  const written = new Set(inFiles.map(({ key }) => key));
  return [
    ...inFiles.map(row => spoken.get(row.key) ?? row),
    ...inComments.filter(({ key }) => !written.has(key)),
  ];
}

function rowsOf({ builtIn, organisation, repository }: SettingsLayers): readonly ConfigRow[] {
  const below = valuesOf(builtIn);
  const middle = valuesOf(organisation);
  return [...valuesOf(repository)].map(([key, value]) => {
    const inherited = middle.get(key)?.source;
    if (value.source !== inherited) return { key, value, source: 'repository' };
    return { key, value, source: inherited === below.get(key)?.source ? 'built-in' : 'organisation' };
  });
}

function valuesOf(settings: Settings): ReadonlyMap<string, Markdown> {
  const { branches, projectType, readmes, accept, rubric } = settings;
  const changes = [
    ['criteria', rubric.criteria.map(({ id }) => id)],
    ['headings', Object.keys(rubric.headings)],
    ['wording', Object.keys(rubric.wording)],
    ['questions', Object.keys(rubric.questions)],
  ] as const;
  return new Map([
    ['enabled', codeSpan(String(settings.enabled))],
    ['branches', codes(branches, CONFIG.everyBranch)],
    ['projectType', codes(projectType === null ? [] : [projectType], CONFIG.detected)],
    ['readmes', readmeWords(readmes)],
    ['enforce', codeSpan(String(settings.enforce))],
    ['comments', codeSpan(String(settings.comments))],
    ['dashboard', codeSpan(String(settings.dashboard))],
    ...changes
      .filter(([, ids]) => ids.length > 0)
      .map(([key, ids]) => [key, codes(ids, CONFIG.nothing)] as const),
    ...Object.entries(accept).map(([criterion, reason]) => [acceptKey(criterion), quoted(reason)] as const),
  ]);
}

function acceptKey(criterion: string): string {
  return `accept.${criterion}`;
}

function codes(values: readonly string[], otherwise: string): Markdown {
  return values.length === 0 ? md`${otherwise}` : listed(values.map(quoted), ', ');
}

function readmeWords(readmes: Settings['readmes']): Markdown {
  if (readmes.length === 0) return md`${CONFIG.found}`;
  const entries = readmes.map(({ path, projectType }) =>
    projectType === undefined ? quoted(path) : md`${quoted(path)} as ${quoted(projectType)}`,
  );
  return listed(entries, ', ');
}
