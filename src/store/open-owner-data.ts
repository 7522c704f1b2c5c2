import { sql } from 'kysely';
import type { OwnerData } from '../ports.ts';
import { createOwnerData } from './owner-data.ts';
import { openBesideServer } from './sqlite/open-beside-server.ts';

export interface OpenOwnerData {
  readonly ownerData: OwnerData;
  close(): Promise<void>;
}

/**
 * What an embedded store holds about owners, also while a server works on it. Fails with STORE_UNAVAILABLE, saying what to
 * do.
 */
export async function openOwnerData(path: string): Promise<OpenOwnerData> {
  const { db, close } = await openBesideServer(path);
  return {
    ownerData: createOwnerData(db),
    close: async () => {
      // The log beside the file still holds what was deleted until it is written over (sqlite.org/wal.html).
      await sql`pragma wal_checkpoint(truncate)`.execute(db);
      await close();
    },
  };
}
