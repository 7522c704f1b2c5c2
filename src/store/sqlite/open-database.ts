/** Opens the embedded database the way a server needs it: durable, private, and alone. */
import { realpathSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { ShowworkError } from '../../errors.ts';
import { migrate } from '../migrations/migrate.ts';
import { MIGRATIONS } from '../migrations/migrations.ts';
import type { Database, Tables } from '../tables.ts';
import { nodeSqliteDialect } from './node-sqlite-dialect.ts';
import { createPrivateFile } from './private-file.ts';
import { holdServerLock } from './server-lock.ts';
import { type WriteAheadLog, writeAheadLogOf } from './write-ahead-log.ts';

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
  const { database, log, unlock } = path === IN_MEMORY ? openMemory() : openFile(path);
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database, log) });
  const close = async () => {
    await db.destroy();
    // Kysely closes nothing if no query was made.
    if (database.isOpen) database.close();
    unlock();
  };
  try {
    await migrate(db, MIGRATIONS);
  } catch (error) {
    await close();
    throw error;
  }
  return { db, close };
}

interface OpenFile {
  readonly database: DatabaseSync;
  readonly log: WriteAheadLog | null;
  readonly unlock: () => void;
}

function openMemory(): OpenFile {
  const database = new DatabaseSync(IN_MEMORY);
  return { database, log: setUp(database, IN_MEMORY), unlock: () => {} };
}

function openFile(givenPath: string): OpenFile {
  let unlock = () => {};
  try {
    createPrivateFile(givenPath);
    // Two names of one file must meet at one lock.
    const path = realpathSync(givenPath);
    unlock = holdServerLock(path);
    const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
    return { database, log: setUp(database, path), unlock };
  } catch (error) {
    unlock();
    if (error instanceof ShowworkError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ShowworkError('STORE_UNAVAILABLE', `Cannot open the database ${givenPath}: ${reason}.`, {
      cause: error,
    });
  }
}

/**
 * What every connection to the database has in common: no write resolves before it stands on the disk. Answers the log
 * that is synced for that; null where there is none, and SQLite does it (sqlite.org/pragma.html#pragma_synchronous).
 */
export function setUp(database: DatabaseSync, path: string): WriteAheadLog | null {
  // Readers (a backup) and the writer do not wait for each other. Answers another mode for what cannot have a log.
  const mode = database.prepare('pragma journal_mode = wal').get()?.['journal_mode'];
  const log = mode === 'wal' ? writeAheadLogOf(path) : null;
  database.exec(`pragma synchronous = ${log === null ? 'full' : 'normal'}`);
  // What a large group changes is kept until its statement is done, so that it can be undone: in a file unless told otherwise.
  database.exec('pragma temp_store = memory');
  database.exec('pragma foreign_keys = on');
  // What is deleted is overwritten: quotes from private READMEs do not stay behind in free pages.
  database.exec('pragma secure_delete = on');
  return log;
}
