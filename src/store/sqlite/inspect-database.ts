/** What `showwork doctor` can say of the embedded database, beside the server that works on it or without one. */
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { StoreInspection } from '../../ports.ts';
import { inspectStore } from '../inspect-store.ts';
import type { Tables } from '../tables.ts';
import { nodeSqliteDialect } from './node-sqlite-dialect.ts';
import { BUSY_TIMEOUT_MS } from './open-database.ts';

/** Writes nothing. Never rejects: what goes wrong is what it says. */
export async function inspectDatabase(path: string): Promise<StoreInspection> {
  if (!existsSync(path)) return { kind: 'absent' };
  try {
    const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
    const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database) });
    try {
      return await inspectStore(db, () => whyNoWrites(database));
    } finally {
      await db.destroy();
    }
  } catch (error) {
    return { kind: 'unusable', reason: reasonOf(error) };
  }
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

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
