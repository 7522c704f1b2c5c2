/** A schema of the bench's own on a PostgreSQL server: that of `TEST_DATABASE_URL`, or the one on this machine. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { z } from 'zod';

const SERVER_URL = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test';
const Size = z.tuple([z.object({ bytes: z.coerce.number() })]);

export interface PostgresSchema {
  /** For `DATABASE_URL`. */
  readonly url: string;
  run(sql: string): Promise<void>;
  /** What its tables and their indexes take on disk. */
  bytes(): Promise<number>;
  drop(): Promise<void>;
}

/** Rejects where no server answers. */
export async function createSchema(): Promise<PostgresSchema> {
  const name = `showwork_bench_${randomBytes(6).toString('hex')}`;
  const url = new URL(SERVER_URL);
  url.searchParams.set('options', `-c search_path=${name}`);
  const client = new pg.Client(url.href);
  await client.connect();
  await client.query(`create schema ${name}`);
  return {
    url: url.href,
    run: async sql => void (await client.query(sql)),
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
