/** Opens a PostgreSQL store for a moment, beside the processes that work on it. */
import { Kysely } from 'kysely';
import { ShowworkError } from '../../errors.ts';
import type { Logger } from '../../ports.ts';
import { isReady } from '../migrations/migrate.ts';
import { MIGRATIONS } from '../migrations/migrations.ts';
import type { Database, Tables } from '../tables.ts';
import { ringBell } from './bell.ts';
import { createPool } from './pool.ts';
import { postgresDialect } from './postgres-dialect.ts';

export interface BesideServers {
  readonly db: Database;
  /** Tells the workers that there is something to do. */
  wake(): void;
  close(): Promise<void>;
}

/** Migrates nothing. Fails with STORE_UNAVAILABLE, saying what to do, where the server or this version's tables are missing. */
export async function openBesideServers(databaseUrl: string, logger: Logger): Promise<BesideServers> {
  const db = new Kysely<Tables>({ dialect: postgresDialect(createPool({ databaseUrl, logger, size: 1 })) });
  try {
    if (await isReady(db, MIGRATIONS)) {
      let rung = Promise.resolve();
      return {
        db,
        wake() {
          rung = ringBell(db);
        },
        async close() {
          await rung;
          await db.destroy();
        },
      };
    }
    throw new ShowworkError(
      'STORE_UNAVAILABLE',
      'The database of DATABASE_URL is of another version of Showwork, or has no tables yet. Use the version that the servers run, or start this one once.',
    );
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
