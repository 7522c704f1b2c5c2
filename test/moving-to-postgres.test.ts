/** From one server on a file to several on PostgreSQL, as an operator does it, with work that is still open. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { runShowwork } from './helpers/run-showwork.ts';
import { type ServerProcess, startServerProcess } from './helpers/server-process.ts';
import { type Simulator, startSimulator } from './simulator/simulator.ts';
import { createPostgresSchemas, describeOnPostgres } from './store/postgres-schemas.ts';

const schemas = createPostgresSchemas();
afterAll(schemas.drop);

const README = '# Parcels\n\nWhat did not work: everything at first.\n';

describeOnPostgres('an operator', () => {
  let simulator: Simulator;
  let folder: string;
  let servers: ServerProcess[];
  beforeEach(async () => {
    simulator = await startSimulator();
    folder = mkdtempSync(join(tmpdir(), 'showwork-moving-'));
    servers = [];
  });
  afterEach(async () => {
    for (const server of servers) await server.stop('SIGKILL');
    await simulator.close();
    await schemas.cleanUp();
    rmSync(folder, { recursive: true });
  });
  const start = async (dataPath: string, variables: Record<string, string> = {}) => {
    const server = await startServerProcess(simulator, dataPath, { variables });
    servers.push(server);
    return server;
  };

  test('backs up, restores and moves, and every push gets its one check run', async () => {
    const dataPath = join(folder, 'showwork.sqlite');
    const repository = simulator.addRepository({ owner: 'ada', name: 'parcels' });
    const push = async (server: ServerProcess, text: string) => {
      const pushed = repository.commit('main', { 'README.md': README, 'notes.txt': text });
      const event = simulator.webhooks.push(pushed);
      expect((await simulator.webhooks.deliver({ url: server.webhookUrl, ...event })).status).toBe(202);
      return pushed.after;
    };
    const embedded = await start(dataPath);
    const first = await push(embedded, 'first');
    await simulator.until(() => repository.checkRuns(first)[0]);
    // GitHub is slow from here on, so that the second push is open work.
    simulator.latency = 60_000;
    const second = await push(embedded, 'second');

    const copy = join(folder, 'copy.sqlite');
    expect(await runShowwork(['backup', copy], { DATA_PATH: dataPath })).toMatchObject({ code: 0 });
    const databaseUrl = await schemas.newUrl();
    const move = () => runShowwork(['migrate-store', '--from', dataPath], { DATABASE_URL: databaseUrl });
    expect(await move()).toMatchObject({ code: 70, said: expect.stringContaining('Stop that one first') });
    await embedded.stop('SIGKILL');

    expect(await runShowwork(['restore', copy], { DATA_PATH: dataPath })).toMatchObject({ code: 0 });
    expect(await move()).toMatchObject({ code: 0, said: expect.stringMatching(/^jobs: 1 row$/m) });
    expect(await move()).toMatchObject({ code: 70, said: expect.stringContaining('not empty') });

    simulator.latency = 0;
    const on = (role: string) => start('unused', { DATABASE_URL: databaseUrl, ROLE: role });
    const [web] = await Promise.all([on('web'), on('worker'), on('worker')]);
    await simulator.until(() => repository.checkRuns(second)[0]);
    const third = await push(web, 'third');
    await simulator.until(() => repository.checkRuns(third)[0]);
    for (const head of [first, second, third]) expect(repository.checkRuns(head)).toHaveLength(1);
  });
});
