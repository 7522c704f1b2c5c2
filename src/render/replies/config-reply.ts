import type { Settings, SettingsProblem, SettingsReading } from '../../settings/settings.ts';
import type { Markdown } from '../markdown.ts';
import { codeSpan, md } from '../markdown.ts';
import { listed, table } from '../markdown-blocks.ts';
import { quoted, sentence } from '../phrases.ts';
import { configRows, type SaidInComments } from './config-rows.ts';
import { CONFIG, FILES, SOURCES, STANDINGS } from './wording.ts';

/** How a settings file was found. */
export type FileStanding =
  | { readonly kind: 'absent' }
  | { readonly kind: 'out-of-reach' }
  | { readonly kind: 'read'; readonly fileName: string }
  | {
      readonly kind: 'broken';
      readonly fileName: string;
      /** Git blob id of the version in force; null where there never was a good one. */
      readonly lastGood: string | null;
    };

export interface ConfigView {
  /** What both files come to; `settings` is what is in force, problems are those of the files as they stand. */
  readonly reading: SettingsReading;
  /** What would be in force without any file, and with the organisation's alone. */
  readonly beneath: { readonly builtIn: Settings; readonly organisation: Settings };
  readonly files: { readonly organisation: FileStanding; readonly repository: FileStanding };
  readonly said: SaidInComments;
}

/** Characters of a blob id that people recognise it by. */
const SHORT_SHA = 10;

export function configReply({ reading, beneath, files, said }: ConfigView): string {
  const rows = configRows({ ...beneath, repository: reading.settings }, said).map(
    ({ key, value, source }) => [quoted(key), value, md`${SOURCES[source]}`],
  );
  const { organisation, repository } = reading.problems;
  return [
    CONFIG.intro,
    table(CONFIG.head, rows),
    `- ${FILES.repository}: ${standing(files.repository)}\n- ${FILES.organisation}: ${standing(files.organisation)}`,
    ...problemList(CONFIG.problems, [...repository, ...organisation]),
    ...problemList(CONFIG.locked, reading.locked),
  ].join('\n\n');
}

function standing(file: FileStanding): string {
  if (file.kind === 'absent' || file.kind === 'out-of-reach') return STANDINGS[file.kind];
  const name = quoted(file.fileName).source;
  if (file.kind === 'read') return `${name}, ${STANDINGS.read}`;
  const inForce =
    file.lastGood === null
      ? STANDINGS.noneGood
      : `${STANDINGS.lastGood} ${codeSpan(file.lastGood.slice(0, SHORT_SHA)).source}.`;
  return `${name} ${STANDINGS.broken} ${inForce}`;
}

function problemList(lead: string, problems: readonly SettingsProblem[]): readonly string[] {
  if (problems.length === 0) return [];
  return [lead, `- ${listed(problems.map(problemLine), '\n- ').source}`];
}

function problemLine({ file, line, message, expected }: SettingsProblem): Markdown {
  return md`${quoted(file)}, line ${line}: ${sentence(message)} ${CONFIG.expected} ${sentence(expected)}.`;
}
