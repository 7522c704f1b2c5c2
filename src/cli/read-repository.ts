import { join } from 'node:path';
import type { ReviewRequest } from '../ports.ts';
import { describeProblem } from '../rubric/describe-problem.ts';
import { findReadmes } from '../settings/readme-paths.ts';
import type { ReadmeSetting, Settings } from '../settings/settings.ts';
import { openRepositoryFolder, type RepositoryFolder, requestFor } from './read-repository-folder.ts';
import { type ReadSettings, settingsOfFolder } from './settings-of-folder.ts';
import { SETTINGS_PATH } from './settings-path.ts';

export interface NamedRequest {
  /** As the report is called on the command line. */
  readonly name: string;
  readonly request: ReviewRequest;
}

/** A repository's folder, read as its settings say. */
export interface ReadRepository {
  readonly readmes: readonly NamedRequest[];
  readonly enforce: boolean;
  /** Whole lines on what is wrong with the settings; then those that ship are in force. */
  readonly remarks: readonly string[];
}

/**
 * Every README that the settings of a folder name, or the one GitHub would show, or `readme` alone, each with what the
 * settings say of it.
 * @throws NoReadmeError, or the file system's error.
 */
export async function readRepository(
  path: string,
  readSettings: ReadSettings,
  readme?: string,
): Promise<ReadRepository> {
  const folder = await openRepositoryFolder(path);
  const { settings, remarks } = await settingsIn(path, readSettings);
  if (settings === null) {
    const request = await requestFor(folder, readme);
    return { readmes: [{ name: nameOf(path, readme), request }], enforce: false, remarks };
  }
  const search = findReadmes(settings, folder.paths);
  const named = readme === undefined ? search.readmes.map(each => each.path) : [readme];
  const wanted = named.length === 0 ? [undefined] : named;
  return {
    readmes: await Promise.all(
      wanted.map(async each => {
        const request = await requestFor(folder, each);
        const type = typeOf(folder, each, settings, search.readmes);
        return { name: nameOf(path, each), request: { ...request, ...type, ...asConfigured(settings) } };
      }),
    ),
    enforce: settings.enforce,
    remarks: [...remarks, ...search.unmatched.map(entry => nothingThere(path, entry))],
  };
}

/** Null where the folder has no settings. */
async function settingsIn(
  path: string,
  readSettings: ReadSettings,
): Promise<{ readonly settings: Settings | null; readonly remarks: readonly string[] }> {
  const repository = await settingsOfFolder(path);
  if (repository === null) return { settings: null, remarks: [] };
  const { settings, problems } = readSettings({ organisation: null, repository });
  return { settings, remarks: problems.repository.map(describeProblem) };
}

/** What the settings say of every README. */
function asConfigured({ accept, rubric }: Settings): Pick<ReviewRequest, 'accepted' | 'rubricChanges'> {
  const accepted = Object.entries(accept).map(([criterion, reason]) => ({
    criterion,
    reason,
    source: 'config' as const,
  }));
  return { accepted, rubricChanges: rubric };
}

/** The type an entry declares, or for the README that GitHub shows the repository's own. */
function typeOf(
  { chosen }: RepositoryFolder,
  readme: string | undefined,
  { projectType }: Settings,
  readmes: readonly ReadmeSetting[],
): Pick<ReviewRequest, 'declaredType'> {
  const shown = chosen.readme?.path;
  const path = readme ?? shown;
  const declared = readmes.find(each => each.path === path)?.projectType;
  const declaredType = declared ?? (path === shown ? (projectType ?? undefined) : undefined);
  return declaredType === undefined ? {} : { declaredType };
}

function nothingThere(path: string, entry: string): string {
  return `${join(path, SETTINGS_PATH)}: \`readmes\` has an entry for which there is no README: ${entry}`;
}

function nameOf(path: string, readme: string | undefined): string {
  return readme === undefined ? path : join(path, readme);
}
