/** An empty schema on the PostgreSQL server that the tests use, for one run of the bench. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';

const SERVER_URL = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test';

export interface PostgresSchema {
  /** Its tables are made by whoever opens a store there. */
  readonly databaseUrl: string;
  /** How many rows a table has. */
  count(table: string): Promise<number>;
  drop(): Promise<void>;
}

export async function createPostgresSchema(): Promise<PostgresSchema> {
  const name = `showwork_bench_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client(SERVER_URL);
  await client.connect();
  await client.query(`create schema ${name}`);
  const url = new URL(SERVER_URL);
  url.searchParams.set('options', `-c search_path=${name}`);
  return {
    databaseUrl: url.href,
    async count(table) {
      const { rows } = await client.query(`select count(*)::int as count from ${name}.${table}`);
      return rows[0].count;
    },
    async drop() {
      await client.query(`drop schema ${name} cascade`);
      await client.end();
    },
  };
}
