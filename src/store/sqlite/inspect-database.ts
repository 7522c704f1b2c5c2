/** What `showwork doctor` can say of the embedded database, beside the server that works on it or without one. */
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { StoreInspection } from '../../ports.ts';
import { EMBEDDED_MIGRATIONS } from '../migrations/embedded.ts';
import { readApplied } from '../migrations/migrate.ts';
import type { Database, Tables } from '../tables.ts';
import { nodeSqliteDialect } from './node-sqlite-dialect.ts';
import { BUSY_TIMEOUT_MS } from './open-database.ts';

const DEAD_LETTERS_SINCE = '0001-store';
const RETRIES_SINCE = '0007-dead-letter-retries';

/** Writes nothing. Never rejects: what goes wrong is what it says. */
export async function inspectDatabase(path: string): Promise<StoreInspection> {
  if (!existsSync(path)) return { kind: 'absent' };
  try {
    const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
    const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database) });
    try {
      return await inspect(database, db);
    } finally {
      await db.destroy();
    }
  } catch (error) {
    return { kind: 'unusable', reason: reasonOf(error) };
  }
}

async function inspect(database: DatabaseSync, db: Database): Promise<StoreInspection> {
  const applied = await readApplied(db);
  const known = Object.keys(EMBEDDED_MIGRATIONS);
  return {
    kind: 'usable',
    refusesWrites: whyNoWrites(database),
    pending: known.filter(name => !applied.includes(name)),
    unknown: applied.filter(name => !known.includes(name)),
    deadLetters: applied.includes(DEAD_LETTERS_SINCE) ? await countDeadLetters(db, applied) : 0,
  };
}

/** Takes the write lock and gives it back: what a read-only file or folder does not allow. */
function whyNoWrites(database: DatabaseSync): string | null {
  try {
    database.exec('begin immediate; rollback');
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}

async function countDeadLetters(db: Database, applied: readonly string[]): Promise<number> {
  const { count } = await db
    .selectFrom('dead_letters')
    .$if(applied.includes(RETRIES_SINCE), letters => letters.where('retried_at', 'is', null))
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
