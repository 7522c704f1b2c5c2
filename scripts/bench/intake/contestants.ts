/** The servers that take deliveries in, each a process of its own, and what each of them keeps. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type ServerProcess, startServerProcess } from '../../../test/helpers/server-process.ts';
import type { Simulator } from '../../../test/simulator/simulator.ts';
import { ROOT, SERVER_FLAGS } from '../compiled.ts';
import { createPostgresSchema } from '../postgres-schema.ts';

const HERE = import.meta.dirname;

export interface Contestant {
  readonly name: 'probot' | 'sqlite' | 'postgres';
  readonly server: ServerProcess;
  /** How many deliveries it keeps; null where it keeps none. */
  count(): Promise<number | null>;
  /** Ends the process and removes what it kept. */
  close(): Promise<void>;
}

const program = (file: string) => ({ cwd: ROOT, script: [...SERVER_FLAGS, join(HERE, file)] });

/** Probot's own middleware, with a handler that does nothing. */
export async function startProbot(simulator: Simulator): Promise<Contestant> {
  const server = await startServerProcess(simulator, '', { program: program('probot-process.ts') });
  return { name: 'probot', server, count: async () => null, close: () => server.stop() };
}

/** Our web role on a file of its own. */
export async function startOnSqlite(simulator: Simulator): Promise<Contestant> {
  const folder = mkdtempSync(join(tmpdir(), 'showwork-bench-'));
  const path = join(folder, 'showwork.sqlite');
  const server = await startServerProcess(simulator, path, { program: program('web-process.ts') });
  return {
    name: 'sqlite',
    server,
    async count() {
      const database = new DatabaseSync(path, { readOnly: true });
      const row = database.prepare('select count(*) as count from deliveries').get();
      database.close();
      return Number(row?.['count']);
    },
    async close() {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Our web role in a schema of its own. */
export async function startOnPostgres(simulator: Simulator): Promise<Contestant> {
  const schema = await createPostgresSchema();
  const server = await startServerProcess(simulator, '', {
    program: program('web-process.ts'),
    variables: { DATABASE_URL: schema.databaseUrl },
  });
  return {
    name: 'postgres',
    server,
    count: () => schema.count('deliveries'),
    async close() {
      await server.stop();
      await schema.drop();
    },
  };
}
