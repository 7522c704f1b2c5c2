/** The size for several machines: store and queue in one schema of a PostgreSQL database, for any number of processes. */
import { Kysely } from 'kysely';
import { createLeases, databaseTime, type LeaseTime } from './leases.ts';
import { nameProcess, type OpenStore, openStoreOn, type StoreOptions } from './open-store.ts';
import { createBell } from './postgres/bell.ts';
import { migrateDatabase } from './postgres/migrate-database.ts';
import { createPool } from './postgres/pool.ts';
import { postgresDialect } from './postgres/postgres-dialect.ts';
import { createPeers } from './queue/peers.ts';
import type { Tables } from './tables.ts';

export interface PostgresStoreOptions extends StoreOptions {
  /** `postgres://…`; its tables stand in the first schema of the connection's search path. */
  readonly databaseUrl: string;
  /** How leases know the time; that of the database by default. */
  readonly leaseTime?: LeaseTime;
}

/**
 * Opens the store. Jobs of a process that was killed are ready when its lease has run out. Fails with STORE_UNAVAILABLE,
 * and says what to do, where the server cannot be reached or a newer version wrote the database.
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<OpenStore> {
  const { databaseUrl, clock, logger, leaseTime = databaseTime } = options;
  await migrateDatabase(databaseUrl, logger);
  const db = new Kysely<Tables>({ dialect: postgresDialect(createPool({ databaseUrl, logger })) });
  const holder = nameProcess();
  const leases = createLeases(db, holder, leaseTime);
  const bell = createBell({ databaseUrl, db, logger });
  const peers = createPeers({ db, holder, leases, leaseTime, bell, clock, logger });
  return openStoreOn({ db, leases, peers, closeDatabase: () => db.destroy() }, options);
}
