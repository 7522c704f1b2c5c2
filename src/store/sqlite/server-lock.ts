/** One server per embedded database. */
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { ShowworkError } from '../../errors.ts';
import { createPrivateFile } from './private-file.ts';

/** What nothing refers to is closed with the next garbage collection, and its lock is given up. */
const held = new Set<DatabaseSync>();

/** Somebody else holds the lock (sqlite.org/rescode.html#busy). */
const Busy = z.object({ errcode: z.literal(5) });

/**
 * Takes the lock of a database for as long as this process lives, and answers how to give it back. Fails at once with
 * STORE_UNAVAILABLE where another server, or another store in this process, holds it.
 *
 * The lock is an exclusive transaction on an empty SQLite file beside the database, so the operating system holds it:
 * it ends with the process, however that ends, and there is no process id to mistake for another. The database itself
 * stays readable for a backup. Like all of SQLite's locks it does not hold on most network file systems.
 */
export function holdServerLock(databasePath: string): () => void {
  const path = `${databasePath}-lock`;
  createPrivateFile(path);
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (!Busy.safeParse(error).success) throw error;
    throw new ShowworkError(
      'STORE_UNAVAILABLE',
      `Another Showwork server is using ${databasePath} (it holds ${path}). Stop that one first; to run several, set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    lock.close();
  };
}
