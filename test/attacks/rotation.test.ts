/** Secret and key are changed as docs/operations.md says, one process after another, while people push. */
import { afterAll, afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { startPushTraffic } from '../helpers/push-traffic.ts';
import { type ServerProcess, startServerProcess } from '../helpers/server-process.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import { createPostgresSchemas, describeOnPostgres } from '../store/postgres-schemas.ts';

/** Three starts of a process. */
jest.setTimeout(120_000);

const NEW_SECRET = 'another-webhook-secret-9876543210';

const schemas = createPostgresSchemas();
afterAll(schemas.drop);

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

  /** A process with these variables, in place of the last one. */
  async function replace(variables: Record<string, string>): Promise<void> {
    const last = servers.at(-1);
    servers.push(
      await startServerProcess(simulator, 'unused', {
        variables: { DATABASE_URL: databaseUrl, ...variables },
      }),
    );
    await last?.stop();
  }

  async function everythingStored(): Promise<string> {
    const tables = await schemas.query(
      databaseUrl,
      'select table_name as name from information_schema.tables where table_schema = current_schema()',
    );
    const rows = await Promise.all(
      tables.map(({ name }) => schemas.query(databaseUrl, `select * from "${String(name)}"`)),
    );
    return JSON.stringify(rows);
  }

  test('the webhook secret and the private key are changed under traffic: no push is lost, and neither is stored', async () => {
    const { app } = simulator;
    const old = { secret: app.webhookSecret, key: app.privateKey };
    await replace({});
    const traffic = startPushTraffic(simulator, () => servers.at(-1)?.webhookUrl ?? '');
    // A process that has just started on a busy machine may need longer than one wait.
    const goesOn = () => traffic.goesOn().catch(() => traffic.goesOn());
    await goesOn();

    await replace({ WEBHOOK_SECRET: NEW_SECRET, WEBHOOK_SECRET_PREVIOUS: old.secret });
    await goesOn();
    app.changeWebhookSecret(NEW_SECRET);
    await goesOn();

    await app.addPrivateKey();
    await replace({ WEBHOOK_SECRET: NEW_SECRET, PRIVATE_KEY: app.privateKey });
    app.deleteOlderPrivateKeys();
    await goesOn();
    await traffic.end();

    expect(new Set(traffic.checkRuns().map(String))).toEqual(new Set(['completed']));
    const oldSignature = { ...simulator.webhooks.push(newPush()), secret: old.secret };
    const refused = await simulator.webhooks.deliver({
      url: servers.at(-1)?.webhookUrl ?? '',
      ...oldSignature,
    });
    expect(refused.status).toBe(401);

    const stored = await everythingStored();
    expect(stored).toContain('parcels');
    const keyLines = [old.key, app.privateKey].flatMap(key => key.split('\n').slice(1, 3));
    for (const secret of [old.secret, NEW_SECRET, 'ghs_', 'PRIVATE KEY', ...keyLines]) {
      expect(stored).not.toContain(secret);
    }
  });

  function newPush() {
    return simulator
      .addRepository({ owner: 'ada', name: 'late' })
      .commit('main', { 'README.md': '# Late\n' });
  }
});
