/** A schema of the bench's own on a PostgreSQL server: that of `TEST_DATABASE_URL`, or the one on this machine. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { z } from 'zod';

const SERVER_URL = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test';
const Count = z.tuple([z.object({ count: z.number() })]);
const Size = z.tuple([z.object({ bytes: z.coerce.number() })]);

export interface PostgresSchema {
  /** For `DATABASE_URL`. Its tables are made by whoever opens a store there. */
  readonly databaseUrl: string;
  run(sql: string): Promise<void>;
  /** How many rows a table has. */
  count(table: string): Promise<number>;
  /** What its tables and their indexes take on disk. */
  bytes(): Promise<number>;
  drop(): Promise<void>;
}

/** Rejects where no server answers. */
export async function createPostgresSchema(): Promise<PostgresSchema> {
  const name = `showwork_bench_${randomBytes(6).toString('hex')}`;
  const url = new URL(SERVER_URL);
  url.searchParams.set('options', `-c search_path=${name}`);
  const client = new pg.Client(url.href);
  await client.connect();
  await client.query(`create schema ${name}`);
  return {
    databaseUrl: url.href,
    run: async sql => void (await client.query(sql)),
    async count(table) {
      const { rows } = await client.query(`select count(*)::int as count from ${name}.${table}`);
      const [{ count }] = Count.parse(rows);
      return count;
    },
    async bytes() {
      const { rows } = await client.query(
        'select sum(pg_total_relation_size(relid)) as bytes from pg_stat_user_tables where schemaname = $1',
        [name],
      );
      const [{ bytes }] = Size.parse(rows);
      return bytes;
    },
    async drop() {
      await client.query(`drop schema ${name} cascade`);
      await client.end();
    },
  };
}
