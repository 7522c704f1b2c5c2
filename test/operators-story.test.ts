/** What an operator lives through: from the first click to several processes on PostgreSQL, and back from a copy. */
import { afterAll, afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { hasBrowser } from './helpers/chromium.ts';
import { createOperator, type Operator } from './helpers/operator.ts';
import { startPushTraffic } from './helpers/push-traffic.ts';
import type { ServerProcess } from './helpers/server-process.ts';
import type { SimulatedRepository } from './simulator/simulated-repository.ts';
import { type Simulator, startSimulator } from './simulator/simulator.ts';
import type { WebhookEvent } from './simulator/webhooks/event.ts';
import { createPostgresSchemas, describeOnPostgres } from './store/postgres-schemas.ts';

/** Some twenty processes, one after the other. */
jest.setTimeout(180_000);

const README = '# Parcels\n\nWhat did not work: everything at first.\n';

const schemas = createPostgresSchemas();
afterAll(schemas.drop);

(hasBrowser() ? describeOnPostgres : describe.skip)('an operator', () => {
  let simulator: Simulator;
  let operator: Operator;
  beforeEach(async () => {
    simulator = await startSimulator();
    operator = createOperator();
  });
  afterEach(async () => {
    await operator.leave();
    await simulator.close();
    await schemas.cleanUp();
    expect(simulator.violations).toEqual([]);
  });
  const deliver = async (
    { webhookUrl: url }: ServerProcess,
    event: WebhookEvent & { deliveryId?: string },
  ) => {
    const { status, deliveryId, body } = await simulator.webhooks.deliver({ url, ...event });
    expect(status).toBe(202);
    const answer: unknown = JSON.parse(body);
    return { deliveryId, answer };
  };

  test('sets up, backs up, moves, splits, upgrades and restores, and each push gets its one check run', async () => {
    // Set-up in the browser, and a server with nothing but the file that it wrote.
    expect(await operator.setUp(simulator.baseUrl, 'https://showwork.example.com')).toBe(0);
    const embedded = await operator.start();

    // The first review.
    const parcels = simulator.addRepository({ owner: 'ada', name: 'parcels' });
    const push = async (server: ServerProcess, repository: SimulatedRepository, text: string) => {
      const pushed = repository.commit('main', { 'README.md': README, 'notes.txt': text });
      const event = simulator.webhooks.push(pushed);
      const { deliveryId } = await deliver(server, event);
      return { event, deliveryId, runs: () => repository.checkRuns(pushed.after) };
    };
    const reviewed = ({ runs }: Awaited<ReturnType<typeof push>>) =>
      simulator.until(() => runs().find(({ status }) => status === 'completed'));
    const first = await push(embedded, parcels, 'first');
    await reviewed(first);

    // All is well; how full this disk is does not matter.
    const doctor = await operator.run('doctor');
    expect(doctor).toMatchObject({ code: 0, err: '' });
    const findings = doctor.out.trimEnd().split('\n');
    expect(findings.length).toBeGreaterThan(10);
    expect(findings.filter(line => !/^ok |^\w+ +disk /.test(line))).toEqual([]);

    // A copy while it runs; and a move, which has to wait until it does not.
    expect(await operator.run('backup', 'copy.sqlite')).toMatchObject({ code: 0 });
    operator.configure({ DATABASE_URL: await schemas.newUrl() });
    const refusal = (reason: string) => ({ code: 70, err: expect.stringContaining(reason) });
    expect(await operator.run('migrate-store')).toMatchObject(refusal('Stop that one first'));

    // The move, with work that is still open because GitHub was slow.
    simulator.latency = 10_000;
    const letters = simulator.addRepository({ owner: 'ada', name: 'letters' });
    const second = await push(embedded, letters, 'second');
    await embedded.stop('SIGKILL');
    expect(await operator.run('migrate-store')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^jobs: 1 row$/m),
    });
    expect(await operator.run('migrate-store')).toMatchObject(refusal('not empty'));

    // Split into roles, which finish what was open.
    simulator.latency = 0;
    const roles = ['web', 'worker', 'worker'];
    const old = await Promise.all(roles.map(role => operator.start('--role', role)));
    await reviewed(second);

    // A rolling upgrade: each process makes way for a new one, and pushes keep arriving.
    let webhookUrl = old[0]?.webhookUrl ?? '';
    const traffic = startPushTraffic(simulator, () => webhookUrl);
    await traffic.goesOn();
    const upgraded: ServerProcess[] = [];
    for (const [index, role] of roles.entries()) {
      const next = await operator.start('--role', role);
      if (role === 'web') ({ webhookUrl } = next);
      await old[index]?.stop();
      upgraded.push(next);
      await traffic.goesOn();
    }
    await traffic.end();
    for (const server of upgraded) await server.stop();
    for (const runs of traffic.checkRuns()) expect(runs).toEqual(['completed']);

    // Back on a file: the copy in a fresh place. The first push comes again: as itself, and as one that is looked at.
    operator.configure({ DATA_PATH: 'fresh/showwork.sqlite' });
    expect(await operator.run('restore', 'copy.sqlite')).toMatchObject({ code: 0 });
    const before = simulator.requests.length;
    const restored = await operator.start();
    const { event, deliveryId } = first;
    expect((await deliver(restored, { ...event, deliveryId })).answer).toMatchObject({ result: 'duplicate' });
    await deliver(restored, event);
    await simulator.until(() =>
      simulator.requests.slice(before).find(({ path }) => path.startsWith('/repos/ada/parcels/')),
    );
    const third = await push(restored, parcels, 'third');
    await reviewed(third);
    await restored.stop();
    for (const { runs } of [first, second, third]) expect(runs()).toHaveLength(1);
  });
});
