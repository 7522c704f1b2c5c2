/** Brings a PostgreSQL schema up to date, one process at a time. */
import { Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { z } from 'zod';
import type { Logger } from '../../ports.ts';
import { isReady, migrate } from '../migrations/migrate.ts';
import { MIGRATIONS } from '../migrations/migrations.ts';
import { createPool } from './pool.ts';
import { postgresDialect } from './postgres-dialect.ts';

/**
 * Migrates the schema that the connection leads to. Of several processes that start at once one migrates, and the
 * others wait for it: a migration may take as long as it needs. `migrations` are those of this version unless given.
 */
export async function migrateDatabase(
  databaseUrl: string,
  logger: Logger,
  migrations: Readonly<Record<string, Migration>> = MIGRATIONS,
): Promise<void> {
  // One connection holds the lock, the other migrates.
  const pool = createPool({ databaseUrl, logger, size: 2, statementTimeoutMs: 0 });
  const db = new Kysely<unknown>({ dialect: postgresDialect(pool) });
  try {
    if (await isReady(db, migrations)) return;
    const schema = await readSchema(db);
    const lock = sql`hashtextextended(${`${schema}/migrating`}, 0)`;
    await db.connection().execute(async holder => {
      await sql`select pg_advisory_lock(${lock})`.execute(holder);
      try {
        await migrate(db, migrations, schema);
      } finally {
        await sql`select pg_advisory_unlock(${lock})`.execute(holder);
      }
    });
  } finally {
    await db.destroy();
  }
}

const CurrentSchema = z.object({ schema: z.string() });

async function readSchema(db: Kysely<unknown>): Promise<string> {
  const { rows } = await sql`select current_schema() as schema`.execute(db);
  return CurrentSchema.parse(rows[0]).schema;
}
