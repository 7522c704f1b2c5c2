/** Opens the embedded database for a moment, beside the server that works on it or where none does. */
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { ShowworkError } from '../../errors.ts';
import { isReady } from '../migrations/migrate.ts';
import { MIGRATIONS } from '../migrations/migrations.ts';
import type { Tables } from '../tables.ts';
import { nodeSqliteDialect } from './node-sqlite-dialect.ts';
import { BUSY_TIMEOUT_MS, type OpenDatabase, setUp } from './open-database.ts';

/**
 * Takes no lock and migrates nothing: short transactions of both sides take turns. Fails with STORE_UNAVAILABLE, saying
 * what to do, where there is no database or where it is not of this version.
 */
export async function openBesideServer(path: string): Promise<OpenDatabase> {
  if (!existsSync(path)) {
    throw new ShowworkError(
      'STORE_UNAVAILABLE',
      `There is no database at ${path}. Set DATA_PATH to the server's.`,
    );
  }
  const { db, close } = connect(path);
  try {
    if (await isReady(db, MIGRATIONS)) return { db, close };
    throw new ShowworkError(
      'STORE_UNAVAILABLE',
      `The database ${path} is of another version of Showwork. Use the version that the server runs, or start this one's once.`,
    );
  } catch (error) {
    await close();
    throw error;
  }
}

function connect(path: string): OpenDatabase {
  try {
    const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
    const log = setUp(database, path);
    const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database, log) });
    return { db, close: () => db.destroy() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ShowworkError('STORE_UNAVAILABLE', `Cannot open the database ${path}: ${reason}.`, {
      cause: error,
    });
  }
}
