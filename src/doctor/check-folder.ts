/** The folder of the embedded database: who may do what in it, and how much room is left. */
import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Finding, ok, problem, warning } from './finding.ts';

/** Below this a busy installation fills the disk within days; SQLite needs room for its log besides. */
const LOW_BYTES = 1024 ** 3;
const NO_BYTES = 100 * 1024 ** 2;
const MB = 1024 ** 2;
const OTHERS = 0o077;

/** `path`: the database file, there or not. */
export async function checkFolder(path: string): Promise<readonly Finding[]> {
  const folder = await nearestFolder(dirname(resolve(path)));
  const { bavail, bsize } = await statfs(folder);
  return [...(await checkRights(path, folder)), checkRoom(bavail * bsize)];
}

async function checkRights(path: string, folder: string): Promise<readonly Finding[]> {
  try {
    await access(folder, constants.W_OK | constants.X_OK);
  } catch {
    const advice = 'Give the folder to the account that runs the server, or run this as that account.';
    return [problem('data-folder', `Nothing can be written in ${folder}.`, advice)];
  }
  const file = await stat(path).catch(() => null);
  if (file !== null && (file.mode & OTHERS) !== 0) {
    const says = 'Others on this machine may read the database, which quotes private READMEs.';
    return [warning('data-folder', says, `chmod 600 ${path}`)];
  }
  return [ok('data-folder', 'Only its owner reads and writes it.')];
}

export function checkRoom(freeBytes: number): Finding {
  const says = `${Math.floor(freeBytes / MB)} MB are free.`;
  const advice = 'Make room: what cannot be written down is not accepted.';
  if (freeBytes < NO_BYTES) return problem('disk', says, advice);
  return freeBytes < LOW_BYTES ? warning('disk', says, advice) : ok('disk', says);
}

/** The folder itself, or the one in which it would be made. */
async function nearestFolder(folder: string): Promise<string> {
  const there = await stat(folder).catch(() => null);
  if (there?.isDirectory()) return folder;
  const parent = dirname(folder);
  return parent === folder ? folder : nearestFolder(parent);
}
