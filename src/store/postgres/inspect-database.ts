/** What `showwork doctor` can say of a PostgreSQL store, beside the processes that work on it or without any. */
import { Kysely, sql } from 'kysely';
import type { Logger, StoreInspection } from '../../ports.ts';
import { inspectStore } from '../inspect-store.ts';
import { readApplied } from '../migrations/migrate.ts';
import type { Database, Tables } from '../tables.ts';
import { createPool } from './pool.ts';
import { postgresDialect } from './postgres-dialect.ts';

/** Writes nothing. Never rejects: what goes wrong is what it says. */
export async function inspectPostgres(databaseUrl: string, logger: Logger): Promise<StoreInspection> {
  const db = new Kysely<Tables>({ dialect: postgresDialect(createPool({ databaseUrl, logger, size: 1 })) });
  try {
    if ((await readApplied(db)).length === 0) return { kind: 'absent' };
    return await inspectStore(db, () => whyNoWrites(db));
  } catch (error) {
    return { kind: 'unusable', reason: error instanceof Error ? error.message : String(error) };
  } finally {
    await db.destroy();
  }
}

/** A standby, or a server that was told to take no writes (postgresql.org/docs/current/runtime-config-client.html). */
async function whyNoWrites(db: Database): Promise<string | null> {
  const { rows } = await sql<{ state: string }>`
    select current_setting('transaction_read_only') as state
  `.execute(db);
  return rows[0]?.state === 'on' ? 'it is a standby, or set to read-only' : null;
}
