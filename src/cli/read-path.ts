import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ReviewRequest } from '../ports.ts';
import { NoReadmeError, readReadmeFile, readRepositoryFolder } from './read-repository-folder.ts';

/** A path of the command line, read, or why it could not be. */
export type PathResult =
  | { readonly ok: true; readonly request: ReviewRequest }
  | { readonly ok: false; readonly problem: string };

/**
 * A folder is read as a repository. A README file is read with the repository around it where it lies at the root of
 * one (`.git` beside it), and else by itself.
 */
export async function readPath(path: string): Promise<PathResult> {
  try {
    const status = await stat(path);
    if (status.isDirectory()) return { ok: true, request: await readRepositoryFolder(path) };
    if (!status.isFile()) return { ok: false, problem: 'neither a file nor a folder' };
    const folder = dirname(path);
    if (!existsSync(join(folder, '.git'))) return { ok: true, request: await readReadmeFile(path) };
    return { ok: true, request: await readRepositoryFolder(folder, basename(path)) };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

const FILE_PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is a file and not a folder',
  EISDIR: 'it is a folder and not a file',
  EACCES: 'it may not be read: permission denied',
  EPERM: 'it may not be read: permission denied',
  ELOOP: 'its symbolic links lead in a circle',
  ENAMETOOLONG: 'the path is too long',
};

function problemOf(error: unknown): string {
  if (error instanceof NoReadmeError) return `no README; looked in ${error.lookedIn.join(', ')}`;
  return fileProblem(error);
}

/** Why the file system did not give a file, in words. */
export function fileProblem(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return FILE_PROBLEMS[code] ?? String(error);
}
