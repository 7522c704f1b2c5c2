/** The database under a run: what the servers are told of it, how it breaks, and what stands in it. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { readRows } from '../store/raw-database.ts';
import { makeMemoryFolder } from './memory-folder.ts';
import { createPostgresCluster } from './postgres-cluster.ts';
import type { ServerSlot } from './servers.ts';
import type { DatabaseFault } from './steps.ts';

export interface ChaosDatabase {
  /** For the servers' environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Beside the servers. Rejects while the database is killed. */
  rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  breakDown(how: DatabaseFault): Promise<void>;
  mend(): Promise<void>;
  /** Everybody who held something is gone: nothing is held any more. */
  letGo(): Promise<void>;
  remove(): Promise<void>;
}

/** The servers meet its faults in their own connections. */
export function openSqliteDatabase(servers: () => readonly ServerSlot[]): ChaosDatabase {
  const folder = makeMemoryFolder('showwork-chaos-');
  const path = join(folder, 'showwork.sqlite');
  const restrict = async (state: 'full' | 'read-only' | 'well') => {
    for (const server of servers()) await server.order({ kind: 'disk', state });
  };
  return {
    environment: { DATA_PATH: path },
    rows: async sql => readRows(path, sql),
    breakDown: how => restrict(how === 'read-only' ? how : 'full'),
    mend: () => restrict('well'),
    letGo: async () => {},
    remove: async () => rmSync(folder, { recursive: true }),
  };
}

/** `programs`: as `findPostgresPrograms` found them. */
export async function openPostgresDatabase(programs: string): Promise<ChaosDatabase> {
  const cluster = await createPostgresCluster(programs);
  // One connection, made again where it was lost with the server.
  const pool = new pg.Pool({ connectionString: cluster.url, max: 1 });
  pool.on('error', () => {});
  pool.on('connect', client => client.on('error', () => {}));
  const rows = async (sql: string) => (await pool.query<Record<string, unknown>>(sql)).rows;
  const setReadOnly = async (state: 'on' | 'off') => {
    await rows(`alter system set default_transaction_read_only = ${state}`);
    await rows('select pg_reload_conf()');
  };
  return {
    environment: { DATABASE_URL: cluster.url },
    rows,
    // A server that is full refuses what is written, as one that is read-only does.
    breakDown: how => (how === 'killed' ? cluster.kill() : setReadOnly('on')),
    async mend() {
      await cluster.start();
      await setReadOnly('off');
    },
    letGo: async () => void (await rows('delete from leases')),
    async remove() {
      await pool.end();
      await cluster.remove();
    },
  };
}
