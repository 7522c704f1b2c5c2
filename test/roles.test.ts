/** Several servers on one PostgreSQL database, each with its part of the work. */
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { type ServerProcess, startServerProcess } from './helpers/server-process.ts';
import { type Simulator, startSimulator } from './simulator/simulator.ts';
import { createPostgresSchemas, describeOnPostgres } from './store/postgres-schemas.ts';

const schemas = createPostgresSchemas();
afterAll(schemas.drop);

const README = '# Parcels\n\nWhat did not work: everything at first.\n';

describeOnPostgres('on one PostgreSQL database', () => {
  let simulator: Simulator;
  let databaseUrl: string;
  let servers: ServerProcess[];
  beforeEach(async () => {
    simulator = await startSimulator();
    databaseUrl = await schemas.newUrl();
    servers = [];
  });
  afterEach(async () => {
    for (const server of servers) await server.stop('SIGKILL');
    await simulator.close();
    await schemas.cleanUp();
  });
  const start = async (role: 'web' | 'worker' | 'all') => {
    const server = await startServerProcess(simulator, 'unused', {
      variables: { DATABASE_URL: databaseUrl, ROLE: role },
    });
    servers.push(server);
    return server;
  };
  const pushTo = (name: string) => {
    const repository = simulator.addRepository({ owner: 'ada', name });
    const push = repository.commit('main', { 'README.md': README });
    return { push, runs: () => repository.checkRuns(push.after) };
  };

  test('what a web process takes in waits for a worker', async () => {
    const { push, runs } = pushTo('parcels');
    const web = await start('web');
    const answer = await simulator.webhooks.deliver({
      url: web.webhookUrl,
      ...simulator.webhooks.push(push),
    });
    expect(answer.status).toBe(202);
    expect(await schemas.query(databaseUrl, 'select state from jobs')).toEqual([{ state: 'waiting' }]);
    expect(runs()).toEqual([]);

    const worker = await start('worker');
    expect(await simulator.until(() => runs()[0])).toMatchObject({ status: 'completed' });
    const refused = await simulator.webhooks.deliver({
      url: worker.webhookUrl,
      ...simulator.webhooks.push(push),
    });
    expect(refused.status).toBe(404);
    for (const server of [web, worker]) {
      for (const path of ['/healthz', '/readyz', '/metrics']) {
        expect((await fetch(server.url + path)).status).toBe(200);
      }
    }
  });

  test('two web processes and two workers make one check run of each push', async () => {
    const [one, two] = await Promise.all([start('web'), start('web'), start('worker'), start('worker')]);
    const pushes = Array.from({ length: 8 }, (_, index) => pushTo(`parcels-${index}`));
    const answers = await Promise.all(
      pushes.flatMap(({ push }) => {
        const event = simulator.webhooks.push(push);
        return [one, two].map(({ webhookUrl: url }) => simulator.webhooks.deliver({ url, ...event }));
      }),
    );
    expect(new Set(answers.map(answer => answer.status))).toEqual(new Set([202]));
    for (const { runs } of pushes) await simulator.until(() => runs()[0]);
    await Promise.all(servers.map(server => server.stop()));
    for (const { runs } of pushes) expect(runs()).toHaveLength(1);
    // What was asked for twice may still be looked at again, by the next process; nothing is left half done.
    expect(await schemas.query(databaseUrl, `select key from jobs where state = 'running'`)).toEqual([]);
  });
});
