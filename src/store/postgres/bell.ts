/** How processes tell each other of new jobs: NOTIFY and LISTEN (postgresql.org/docs/current/sql-notify.html). */
import { sql } from 'kysely';
import { Client } from 'pg';
import { z } from 'zod';
import type { Logger } from '../../ports.ts';
import type { Bell } from '../queue/peers.ts';
import type { Database } from '../tables.ts';
import { connectionOptions } from './pool.ts';

const CHANNEL = 'showwork_jobs';
const RECONNECT_MS = 1_000;

const Schema = z.tuple([z.object({ schema: z.string() })]);

export interface BellParts {
  readonly databaseUrl: string;
  readonly db: Database;
  readonly logger: Logger;
}

/**
 * Listens on a connection of its own, which is made again when it is lost. A word that is lost meanwhile is none that
 * anybody relies on: the jobs are looked at from time to time anyway.
 */
export function createBell({ databaseUrl, db, logger }: BellParts): Bell {
  let client: Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  let closed = false;

  async function connect(ring: () => void): Promise<void> {
    const connecting = new Client(connectionOptions(databaseUrl));
    client = connecting;
    // Comes once where the connection is lost; without a listener it would end the process.
    connecting.on('error', error => lose(connecting, error, ring));
    try {
      await connecting.connect();
      const { rows } = await connecting.query('select current_schema() as schema');
      const [{ schema }] = Schema.parse(rows);
      connecting.on('notification', ({ payload }) => {
        if (payload === schema) ring();
      });
      await connecting.query(`listen ${CHANNEL}`);
      // What was enqueued while nobody listened.
      ring();
    } catch (error) {
      lose(connecting, error, ring);
    }
  }

  function lose(lost: Client, error: unknown, ring: () => void): void {
    if (closed || client !== lost) return;
    client = null;
    logger.warn(
      { error: error instanceof Error ? error.name : undefined },
      'the connection that waits for new jobs was lost',
    );
    void end(lost);
    retry = setTimeout(() => void connect(ring), RECONNECT_MS);
  }

  return {
    listen: ring => void connect(ring),
    ring: () => void ringBell(db),
    close: async () => {
      closed = true;
      if (retry !== null) clearTimeout(retry);
      if (client !== null) await end(client);
    },
  };
}

/** Tells every process that listens; never rejects, because the jobs are found without it. */
export async function ringBell(db: Database): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, current_schema())`.execute(db).catch(() => {});
}

async function end(client: Client): Promise<void> {
  await client.end().catch(() => {
    // It is gone, which is what was wanted.
  });
}
