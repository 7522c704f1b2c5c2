import { loadYaml, MAX_PROBLEMS } from '../rubric/load-yaml.ts';
import type { Rubrics } from '../rubric/rubrics.ts';
import { BUILTIN_SETTINGS } from './builtin-settings.ts';
import { addNames, checkNames, type KnownNames, namesIn } from './check-names.ts';
import { layOn } from './layer-settings.ts';
import type { SettingsProblem, SettingsReading, SettingsRequest, SettingsText } from './settings.ts';
import {
  MAX_SETTINGS_BYTES,
  OrganisationFile,
  RepositoryFile,
  type SettingKey,
  type SettingsFile,
} from './settings-file.ts';

interface FileReading {
  /** Empty where there is none, or one with a mistake. */
  readonly file: SettingsFile;
  readonly problems: readonly SettingsProblem[];
  readonly locked: readonly SettingsProblem[];
}

/** By which a file is read. */
interface Rules {
  readonly schema: typeof RepositoryFile | typeof OrganisationFile;
  readonly names: KnownNames;
  /** Keys that it may not set. */
  readonly lock: readonly SettingKey[];
}

/**
 * What the two files come to, on top of what ships: built-in, organisation, repository. A file with a mistake adds
 * nothing, and every mistake is told at its place. Never throws; the same request and rubrics give the same reading.
 */
export function readSettings(request: SettingsRequest, rubrics: Rubrics): SettingsReading {
  const names = namesIn(rubrics);
  const organisation = readFile(request.organisation, { schema: OrganisationFile, names, lock: [] });
  const repository = readFile(request.repository, {
    schema: RepositoryFile,
    names: addNames(names, organisation.file, 'your organisation'),
    lock: organisation.file.lock ?? [],
  });
  return {
    settings: layOn(layOn(BUILTIN_SETTINGS, organisation.file), repository.file),
    problems: { organisation: organisation.problems, repository: repository.problems },
    locked: repository.locked,
  };
}

function readFile(source: SettingsText | null, { schema, names, lock }: Rules): FileReading {
  if (source === null) return { file: {}, problems: [], locked: [] };
  const { text, fileName } = source;
  if (new TextEncoder().encode(text).byteLength > MAX_SETTINGS_BYTES) return refused([tooLarge(fileName)]);
  const loaded = loadYaml<SettingsFile | null>(text, fileName, schema.nullable());
  if (!loaded.ok) return refused(loaded.problems.map(explainLock));

  const { value, problemAt } = loaded;
  const set = lock.filter(key => value?.[key] !== undefined);
  const file: SettingsFile = { ...value };
  for (const key of set) delete file[key];
  const problems = checkNames(file, names, problemAt).slice(0, MAX_PROBLEMS);
  const locked = set.map(key =>
    problemAt(
      [key],
      `\`${key}\` is set by your organisation.`,
      `no \`${key}\` here; the rest is in force`,
      true,
    ),
  );
  return problems.length > 0 ? { ...refused(problems), locked } : { file, problems, locked };
}

/** As somebody meets them who reads the file. */
function refused(problems: readonly SettingsProblem[]): FileReading {
  const inOrder = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  return { file: {}, problems: inOrder, locked: [] };
}

function tooLarge(file: string): SettingsProblem {
  const kilobytes = MAX_SETTINGS_BYTES / 1024;
  const message = `This file is larger than ${kilobytes} kB, so it was not read.`;
  return { file, line: 1, column: 1, path: '', message, expected: `at most ${kilobytes} kB` };
}

/** Only a repository's file does not know `lock`. */
function explainLock(problem: SettingsProblem): SettingsProblem {
  if (problem.path !== 'lock' || !problem.message.startsWith('Unknown key')) return problem;
  return { ...problem, message: 'Only the file of an organisation may `lock` keys.' };
}
