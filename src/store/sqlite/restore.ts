/** Puts a copy in the place of an embedded database. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { createPrivateFile } from './private-file.ts';
import { holdServerLock } from './server-lock.ts';
import { requireSound } from './sound-database.ts';

/**
 * Makes the copy the database that the next server opens, and answers where the present one was moved; null where there
 * was none. `now` names that file. Fails with STORE_UNAVAILABLE where a server uses the database or the copy is not
 * sound; then nothing has changed.
 */
export function restore(copyPath: string, databasePath: string, now: Date): string | null {
  requireSound(copyPath);
  const isThere = existsSync(databasePath);
  if (!isThere) createPrivateFile(databasePath);
  const path = realpathSync(databasePath);
  const unlock = holdServerLock(path);
  try {
    const ready = `${path}.restoring`;
    rmSync(ready, { force: true });
    createPrivateFile(ready);
    copyFileSync(copyPath, ready);
    flush(ready);
    if (!isThere) {
      renameSync(ready, path);
      return null;
    }
    const replaced = `${path}.replaced-${now.toISOString().replaceAll(':', '')}`;
    foldLog(path);
    renameSync(path, replaced);
    renameSync(ready, path);
    return replaced;
  } finally {
    unlock();
  }
}

/** Its last writes stand in the log beside it, which must not be taken for the copy's. */
function foldLog(path: string): void {
  try {
    const database = new DatabaseSync(path);
    database.exec('pragma wal_checkpoint(truncate)');
    database.close();
  } catch {
    // A damaged one is what a restore is for: it is moved away with what stands beside it lost.
  }
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
}

function flush(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}
