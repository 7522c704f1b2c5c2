/** Schemas of their own on the PostgreSQL server that tests use: that of `TEST_DATABASE_URL`, or the one on this machine. */
import { randomBytes } from 'node:crypto';
import { describe, test } from '@jest/globals';
import pg from 'pg';
import type { SetAlarm } from '../../src/store/alarm.ts';
import { clockTime } from '../../src/store/leases.ts';
import { openPostgresStore } from '../../src/store/open-postgres-store.ts';
import type { OpenStore } from '../../src/store/open-store.ts';
import type { QueueLimits } from '../../src/store/queue/queue.ts';
import { createManualTime, type ManualTime } from '../contracts/manual-time.ts';
import type { OpenPorts, StorePorts } from '../contracts/store-ports.ts';
import { type AwaitableLogger, createAwaitableLogger } from './awaitable-logger.ts';

const SERVER_URL = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test';

const connect = async (databaseUrl: string) => {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  return client;
};

const isThere = await connect(SERVER_URL).then(
  async client => {
    await client.end();
    return true;
  },
  () => false,
);

/** As `describe`, where a server answers; else says that it was skipped, which in CI is a failure. */
export function describeOnPostgres(what: string, suite: () => void): void {
  if (isThere) {
    describe(what, suite);
    return;
  }
  if (process.env['CI'] === 'true') {
    test(what, () => {
      throw new Error('No PostgreSQL server answers, and in CI these tests are not skipped.');
    });
    return;
  }
  process.stderr.write(`postgres: skipped (${what})\n`);
  describe.skip(what, suite);
}

export interface OpenOnPostgres extends OpenStore {
  readonly time: ManualTime;
  readonly logger: AwaitableLogger;
}

export interface PostgresSchemas {
  /** Opens the ports on an empty schema. */
  readonly open: OpenPorts;
  /** The address of an empty schema. Its store, if any, was closed. */
  newUrl(): Promise<string>;
  /** Opens a store that is closed with the others. Leases go by the database's time unless `leasesByClock`. */
  openAt(
    databaseUrl: string,
    options?: {
      limits?: Partial<QueueLimits> | undefined;
      time?: ManualTime;
      /** How the queue waits; by `time` unless given. */
      setAlarm?: SetAlarm;
      leasesByClock?: boolean;
    },
  ): Promise<OpenOnPostgres>;
  /** Runs SQL beside the server. */
  query(databaseUrl: string, text: string): Promise<Record<string, unknown>[]>;
  /** Closes every store; the schemas are emptied for the next test. */
  cleanUp(): Promise<void>;
  /** Drops every schema. */
  drop(): Promise<void>;
}

export function createPostgresSchemas(): PostgresSchemas {
  const stores: OpenStore[] = [];
  const used: string[] = [];
  const free: string[] = [];

  let own: Promise<pg.Client> | null = null;
  /** On one connection for all tests of a file. */
  const manage = async (text: string) => {
    own ??= connect(SERVER_URL);
    await (await own).query(text);
  };

  const query: PostgresSchemas['query'] = async (databaseUrl, text) => {
    const client = await connect(databaseUrl);
    try {
      const result = await client.query(text);
      return result.rows;
    } finally {
      await client.end();
    }
  };

  const newUrl = async () => {
    const schema = free.pop() ?? `showwork_${randomBytes(6).toString('hex')}`;
    used.push(schema);
    await manage(`create schema if not exists ${schema}`);
    return urlOf(schema);
  };

  const openAt: PostgresSchemas['openAt'] = async (databaseUrl, options = {}) => {
    const { limits = {}, time = createManualTime(), leasesByClock = false } = options;
    const { setAlarm = time.setAlarm } = options;
    const logger = createAwaitableLogger();
    const opened = await openPostgresStore({
      databaseUrl,
      clock: time,
      setAlarm,
      logger,
      limits,
      ...(leasesByClock && { leaseTime: clockTime(time) }),
    });
    stores.push(opened);
    return { ...opened, time, logger };
  };

  const openPorts = async (
    databaseUrl: string,
    limits: Partial<QueueLimits> | undefined,
    time: ManualTime,
  ) => {
    const opened = await openAt(databaseUrl, { limits, time, leasesByClock: true });
    const ports: StorePorts = {
      ...opened,
      now: time.now,
      advance: time.advance,
      reopen: async () => {
        await opened.close();
        return openPorts(databaseUrl, limits, time);
      },
    };
    return ports;
  };

  return {
    open: async limits => openPorts(await newUrl(), limits, createManualTime()),
    newUrl,
    openAt,
    query,
    cleanUp: async () => {
      for (const store of stores.splice(0)) await store.close();
      for (const schema of used.splice(0)) {
        await manage(emptyAllTables(schema));
        free.push(schema);
      }
    },
    drop: async () => {
      for (const schema of free.splice(0)) await manage(`drop schema ${schema} cascade`);
      await (await own)?.end();
      own = null;
    },
  };
}

function urlOf(schema: string): string {
  const url = new URL(SERVER_URL);
  url.searchParams.set('options', `-c search_path=${schema}`);
  url.searchParams.set('application_name', schema);
  return url.href;
}

const emptyAllTables = (schema: string) => `
  do $$ declare name text; begin
    for name in select tablename from pg_tables
      where schemaname = '${schema}' and tablename not like 'kysely%'
    loop execute format('delete from ${schema}.%I', name); end loop;
  end $$`;
