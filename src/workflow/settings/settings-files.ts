/** Where settings files stand: in each repository, and for all of an owner's in the owner's repository `.github`. */
import type { Repository } from '../../jobs.ts';
import { MAX_README_BYTES, type SettingsBlob, type TreeEntry } from '../../ports.ts';
import type { BlobReader } from '../reading/blob-cache.ts';
import type { Commit } from '../reading/read-commit.ts';

/** The first that is there counts. */
export const SETTINGS_PATHS = ['.github/showwork.yml', '.github/showwork.yaml'] as const;

export const OWNER_REPOSITORY = '.github';
export const OWNER_PATHS: readonly string[] = [...SETTINGS_PATHS, 'showwork.yml', 'showwork.yaml'];

/** True for the repository whose settings hold for all of its owner's. */
export function isOwnersOwn({ name }: Pick<Repository, 'name'>): boolean {
  return name.toLowerCase() === OWNER_REPOSITORY;
}

export function settingsPaths(repository: Pick<Repository, 'name'>): readonly string[] {
  return isOwnersOwn(repository) ? OWNER_PATHS : SETTINGS_PATHS;
}

/** The settings file that a commit holds; null where it holds none. */
export function settingsFileOf(commit: Commit, repository: Pick<Repository, 'name'>): TreeEntry | null {
  return commit.firstFile(settingsPaths(repository));
}

/** A settings file of a commit, with its text. One request where the blob is not known. */
export async function readSettingsBlob<Place>(
  { blobs }: { readonly blobs: BlobReader<Place> },
  repository: Place,
  { path, sha, size = 0 }: TreeEntry,
): Promise<SettingsBlob> {
  // What is too large to be fetched is too large to be read: the reader says so of any text of that size.
  if (size > MAX_README_BYTES) return { fileName: path, sha, text: ' '.repeat(MAX_README_BYTES) };
  return { fileName: path, sha, text: Buffer.from(await blobs.read(repository, sha)).toString('utf8') };
}
