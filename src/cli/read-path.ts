import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileProblem } from './file-problem.ts';
import type { ReadOnGitHub } from './github/read-on-github.ts';
import { parseRepositoryArgument } from './github/repository-argument.ts';
import { type ReadRepository, readRepository } from './read-repository.ts';
import { NoReadmeError, readReadmeFile } from './read-repository-folder.ts';
import type { ReadSettings } from './settings-of-folder.ts';

/** A path of the command line, read, or why it could not be. */
export type PathResult =
  | ({ readonly ok: true } & ReadRepository)
  | { readonly ok: false; readonly problem: string };

/**
 * Whatever is there is read from the disk; `owner/name` and `owner/name@ref` from GitHub where it is not, and where
 * there is a reader for it.
 */
export async function readPath(
  path: string,
  readSettings: ReadSettings,
  readOnGitHub?: ReadOnGitHub,
): Promise<PathResult> {
  const named = readOnGitHub === undefined || existsSync(path) ? null : parseRepositoryArgument(path);
  return named === null || readOnGitHub === undefined
    ? readFromDisk(path, readSettings)
    : readOnGitHub(named);
}

/**
 * A folder is read as a repository, with its settings. A README file is read with the repository around it where it
 * lies at the root of one (`.git` beside it), and else by itself.
 */
async function readFromDisk(path: string, readSettings: ReadSettings): Promise<PathResult> {
  try {
    const status = await stat(path);
    if (status.isDirectory()) return { ok: true, ...(await readRepository(path, readSettings)) };
    if (!status.isFile()) return { ok: false, problem: 'neither a file nor a folder' };
    const folder = dirname(path);
    if (existsSync(join(folder, '.git'))) {
      const read = await readRepository(folder, readSettings, basename(path));
      return { ok: true, ...read, readmes: read.readmes.map(readme => ({ ...readme, name: path })) };
    }
    const request = await readReadmeFile(path);
    return { ok: true, readmes: [{ name: path, request }], enforce: false, remarks: [] };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

function problemOf(error: unknown): string {
  if (error instanceof NoReadmeError) return `no README; looked in ${error.lookedIn.join(', ')}`;
  return fileProblem(error);
}
