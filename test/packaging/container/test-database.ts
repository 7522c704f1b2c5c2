import { randomBytes } from 'node:crypto';
import { run } from '../run.ts';

/** The PostgreSQL server that tests use; databases of their own are made on it. */
const SERVER = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** An empty database; null where no server answers, or there is no client to ask it with. */
export async function createDatabase(): Promise<TestDatabase | null> {
  const name = `showwork_${randomBytes(6).toString('hex')}`;
  const made = await sql(`create database ${name}`).catch(() => false);
  if (!made) return null;
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async drop() {
      await sql(`drop database ${name} with (force)`);
    },
  };
}

async function sql(text: string): Promise<boolean> {
  const asking = ['--no-psqlrc', '--quiet', '--command', text, SERVER];
  return (await run('psql', asking, { cwd: process.cwd() })).code === 0;
}
