import { sql } from 'kysely';
import type { Logger, OwnerData } from '../ports.ts';
import { createOwnerData } from './owner-data.ts';
import { openBesideServers } from './postgres/open-beside-servers.ts';
import { openBesideServer } from './sqlite/open-beside-server.ts';

export interface OpenOwnerData {
  readonly ownerData: OwnerData;
  close(): Promise<void>;
}

export interface OwnerDataPlace {
  /** Path of the SQLite file; not looked at where there is a database URL. */
  readonly dataPath: string;
  readonly databaseUrl: string | null;
  readonly logger: Logger;
}

/** What a store holds about owners, also while servers work on it. Fails with STORE_UNAVAILABLE, saying what to do. */
export async function openOwnerData(place: OwnerDataPlace): Promise<OpenOwnerData> {
  const { dataPath, databaseUrl, logger } = place;
  if (databaseUrl !== null) {
    const { db, close } = await openBesideServers(databaseUrl, logger);
    return { ownerData: createOwnerData(db), close };
  }
  const { db, close } = await openBesideServer(dataPath);
  return {
    ownerData: createOwnerData(db),
    close: async () => {
      // The log beside the file still holds what was deleted until it is written over (sqlite.org/wal.html).
      await sql`pragma wal_checkpoint(truncate)`.execute(db);
      await close();
    },
  };
}
