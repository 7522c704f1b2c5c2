/** Opens the embedded database the way a server needs it: durable, private, and alone. */
import { realpathSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { ShowworkError } from '../../errors.ts';
import { EMBEDDED_MIGRATIONS } from '../migrations/embedded.ts';
import { migrate } from '../migrations/migrate.ts';
import type { Database, Tables } from '../tables.ts';
import { nodeSqliteDialect } from './node-sqlite-dialect.ts';
import { createPrivateFile } from './private-file.ts';
import { holdServerLock } from './server-lock.ts';

export const IN_MEMORY = ':memory:';

/** How long a statement waits for a backup or an operator's tool that holds the database. */
export const BUSY_TIMEOUT_MS = 5_000;

export interface OpenDatabase {
  readonly db: Database;
  close(): Promise<void>;
}

/**
 * Opens (or makes) the database file, takes its lock and migrates it. `:memory:` opens a database that is gone when
 * it is closed. Fails with STORE_UNAVAILABLE, saying what to do.
 */
export async function openDatabase(path: string): Promise<OpenDatabase> {
  const { database, unlock } = path === IN_MEMORY ? openMemory() : openFile(path);
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database) });
  const close = async () => {
    await db.destroy();
    // Kysely closes nothing if no query was made.
    if (database.isOpen) database.close();
    unlock();
  };
  try {
    await migrate(db, EMBEDDED_MIGRATIONS);
  } catch (error) {
    await close();
    throw error;
  }
  return { db, close };
}

interface OpenFile {
  readonly database: DatabaseSync;
  readonly unlock: () => void;
}

function openMemory(): OpenFile {
  const database = new DatabaseSync(IN_MEMORY);
  setUp(database);
  return { database, unlock: () => {} };
}

function openFile(givenPath: string): OpenFile {
  let unlock = () => {};
  try {
    createPrivateFile(givenPath);
    // Two names of one file must meet at one lock.
    const path = realpathSync(givenPath);
    unlock = holdServerLock(path);
    const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
    setUp(database);
    return { database, unlock };
  } catch (error) {
    unlock();
    if (error instanceof ShowworkError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ShowworkError('STORE_UNAVAILABLE', `Cannot open the database ${givenPath}: ${reason}.`, {
      cause: error,
    });
  }
}

/** What every connection to the database has in common. */
export function setUp(database: DatabaseSync): void {
  // Readers (a backup) and the writer do not wait for each other.
  database.exec('pragma journal_mode = wal');
  // Each commit reaches the disk before it is answered (sqlite.org/pragma.html#pragma_synchronous).
  database.exec('pragma synchronous = full');
  database.exec('pragma foreign_keys = on');
  // What is deleted is overwritten: quotes from private READMEs do not stay behind in free pages.
  database.exec('pragma secure_delete = on');
}
