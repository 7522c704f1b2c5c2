/** Names in a settings file that its schema cannot know: of criteria and of project types. */
import { didYouMean, oneOf } from '../rubric/did-you-mean.ts';
import { MAX_PROBLEMS, type ProblemAt } from '../rubric/load-yaml.ts';
import type { Rubrics } from '../rubric/rubrics.ts';
import { takenIds } from '../rubric/taken-ids.ts';
import type { SettingsProblem } from './settings.ts';
import type { SettingsFile } from './settings-file.ts';

/** What a file may name. */
export interface KnownNames {
  /** By the id of a criterion, whose it is, as in "the rubric `base`". */
  readonly criteria: ReadonlyMap<string, string>;
  readonly projectTypes: readonly string[];
}

/** What is none of the rubric's types, and may be declared all the same. */
const OTHER_TYPE = 'other';

/** The names that the rubrics know. */
export function namesIn({ base, types }: Rubrics): KnownNames {
  const owned = [...types, base].flatMap(({ id, criteria }) =>
    criteria.map(criterion => [criterion.id, `the rubric \`${id}\``] as const),
  );
  return { criteria: new Map(owned), projectTypes: [...base.projectTypes.map(({ id }) => id), OTHER_TYPE] };
}

/** The same with the criteria that a file adds. */
export function addNames(known: KnownNames, { rubric }: SettingsFile, owner: string): KnownNames {
  const added = (rubric?.criteria ?? []).map(({ id }) => [id, owner] as const);
  return { ...known, criteria: new Map([...added, ...known.criteria]) };
}

/** Every name of the file that is none, and every one that is taken. */
export function checkNames(
  file: SettingsFile,
  known: KnownNames,
  problemAt: ProblemAt,
): readonly SettingsProblem[] {
  const { accept = {}, rubric, readmes = [] } = file;
  const criteria = [...addNames(known, file, 'this file').criteria.keys()];
  const types = [{ path: ['projectType'], type: file.projectType }];
  const readmeTypes = readmes.map(({ projectType }, index) => ({
    path: ['readmes', index, 'projectType'],
    type: projectType,
  }));
  return [
    ...[...types, ...readmeTypes].flatMap(({ path, type }) => {
      if (type === undefined || known.projectTypes.includes(type)) return [];
      const message = `There is no project type \`${type}\`${didYouMean(type, known.projectTypes)}`;
      return [problemAt(path, message, oneOf(known.projectTypes))];
    }),
    ...strayKeys(accept, ['accept'], criteria, problemAt),
    ...takenIds(rubric?.criteria ?? [], known.criteria, ['rubric', 'criteria'], problemAt),
    ...(['headings', 'wording', 'questions'] as const).flatMap(part =>
      strayKeys(rubric?.[part] ?? {}, ['rubric', part], criteria, problemAt),
    ),
  ];
}

/** Keys that name no criterion. */
function strayKeys(
  map: Readonly<Record<string, unknown>>,
  path: readonly string[],
  criteria: readonly string[],
  problemAt: ProblemAt,
): readonly SettingsProblem[] {
  return Object.keys(map)
    .filter(id => !criteria.includes(id))
    .slice(0, MAX_PROBLEMS)
    .map(id => {
      const message = `There is no criterion \`${id}\`${didYouMean(id, criteria)}`;
      return problemAt([...path, id], message, oneOf(criteria), true);
    });
}
