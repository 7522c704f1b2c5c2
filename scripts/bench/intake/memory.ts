/** Resident memory of the compiled server, as it ships, after work. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerProcess, startServerProcess } from '../../../test/helpers/server-process.ts';
import { startSimulator } from '../../../test/simulator/simulator.ts';
import { COMPILED_CLI, ROOT, SERVER_FLAGS } from '../compiled.ts';
import { createPostgresSchema } from '../postgres-schema.ts';
import type { Load } from './load.ts';

const READMES = join(ROOT, 'fixtures/readmes');
const BYTES_A_MEGABYTE = 1_000_000;
/** Connections as many as in the measurement of the intake. */
const CONNECTIONS = 50;

/** As the image starts it (Dockerfile). */
const IMAGE = { MALLOC_ARENA_MAX: '1' };
const compiled = (...args: readonly string[]) => ({
  cwd: ROOT,
  script: [...SERVER_FLAGS, COMPILED_CLI, 'serve', ...args],
});

/** Of `--role web` on PostgreSQL, after it took that many deliveries in. Megabytes. */
export async function measureWeb(load: Load, deliveries: number): Promise<number> {
  const simulator = await startSimulator();
  const schema = await createPostgresSchema();
  const server = await startServerProcess(simulator, '', {
    program: compiled('--role', 'web'),
    variables: { ...IMAGE, DATABASE_URL: schema.databaseUrl },
  });
  try {
    const { webhookSecret: secret } = simulator.app;
    await load.send({ url: server.webhookUrl, secret, deliveries, pace: { connections: CONNECTIONS } });
    return residentMegabytes(server);
  } finally {
    await server.stop();
    await schema.drop();
    await simulator.close();
  }
}

/** In a language that is not plain, so that a thread loads the table by which it is told (`src/readme/language.ts`). */
const ITALIAN =
  '# Previsioni\n\nQuesto progetto calcola la previsione delle vendite per i negozi della nostra città.\n';

/**
 * Of one process that does everything, on a file, after it reviewed every README of `fixtures/` that often; and after
 * READMEs in a language that takes a table to tell, so many that each thread had one. Megabytes.
 */
export async function measureAll(
  times: number,
): Promise<{ readonly plain: number; readonly withTable: number }> {
  const simulator = await startSimulator();
  const folder = mkdtempSync(join(tmpdir(), 'showwork-bench-'));
  const server = await startServerProcess(simulator, join(folder, 'showwork.sqlite'), {
    program: compiled(),
    variables: IMAGE,
  });
  const readmes = readdirSync(READMES).map(name => readFileSync(join(READMES, name, 'README.md'), 'utf8'));
  // An owner each: one installation alone would soon wait for its write limit.
  const repositories = readmes.map((_text, index) =>
    simulator.addRepository({ owner: `ada-${index}`, name: 'project' }),
  );
  const review = async (time: number, readmeOf: (index: number) => string | undefined) => {
    const heads = repositories.map(async (repository, index) => {
      // Plain English, so that it changes no README to one whose language is in doubt.
      const text = `${readmeOf(index)}\n\nThis README was reviewed ${time} times before.\n`;
      const push = repository.commit('main', { 'README.md': text });
      await simulator.webhooks.deliver({ url: server.webhookUrl, ...simulator.webhooks.push(push) });
      await simulator.until(() => repository.checkRuns(push.after).find(run => run.status === 'completed'));
    });
    await Promise.all(heads);
  };
  try {
    for (let time = 0; time < times; time++) await review(time, index => readmes[index]);
    const plain = residentMegabytes(server);
    await review(times, () => ITALIAN);
    return { plain, withTable: residentMegabytes(server) };
  } finally {
    await server.stop();
    await simulator.close();
    rmSync(folder, { recursive: true });
  }
}

function residentMegabytes({ pid }: ServerProcess): number {
  const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
  return (kilobytes * 1024) / BYTES_A_MEGABYTE;
}
