import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { z } from 'zod';
import { runShowwork } from '../helpers/run-showwork.ts';
import { startServerProcess } from '../helpers/server-process.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../simulator/simulator.ts';
import { startReceiver } from '../simulator/testing/receiver.ts';

const Findings = z.object({
  ok: z.boolean(),
  findings: z.array(
    z.object({
      check: z.string(),
      state: z.enum(['ok', 'warning', 'problem']),
      says: z.string(),
      advice: z.string().nullable(),
    }),
  ),
});

/** Each run is a process of its own. */
jest.setTimeout(60_000);

let simulator: Simulator;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'showwork-doctor-'));
});
afterEach(async () => {
  expect(simulator.violations).toEqual([]);
  await simulator.close();
  rmSync(folder, { recursive: true });
});

async function start(options: SimulatorOptions = {}): Promise<void> {
  simulator = await startSimulator({ wallClock: { now: () => new Date() }, ...options });
  simulator.addRepository({ owner: 'ada', name: 'churn' });
}

function environment(changes: Record<string, string> = {}): Record<string, string> {
  const { appId, privateKey, webhookSecret } = simulator.app;
  return {
    APP_ID: String(appId),
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: webhookSecret,
    GITHUB_BASE_URL: simulator.baseUrl,
    DATA_PATH: join(folder, 'data/showwork.sqlite'),
    ...changes,
  };
}

async function examine(changes: Record<string, string> = {}) {
  const { code, out, err } = await runShowwork(['doctor', '--json'], {
    cwd: folder,
    env: environment(changes),
  });
  const { ok, findings } = Findings.parse(JSON.parse(out));
  expect({ code, err }).toEqual({ code: ok ? 0 : 1, err: '' });
  const { privateKey, webhookSecret } = simulator.app;
  expect(out).not.toContain(webhookSecret);
  expect(out).not.toContain(privateKey.split('\n')[1]);
  return { ok, of: (check: string) => findings.filter(finding => finding.check === check), findings };
}

/** One event, to an address that answers so. */
async function deliver(status: number): Promise<void> {
  const receiver = await startReceiver();
  receiver.status = status;
  await simulator.webhooks.deliver({ url: receiver.url, event: 'ping', payload: {} });
  await receiver.close();
}

test('a deployment that works is ok in every check, beside its server', async () => {
  await start();
  await deliver(202);
  const server = await startServerProcess(simulator, join(folder, 'data/showwork.sqlite'));
  const { ok, findings } = await examine();
  await server.stop();
  expect(ok).toBe(true);
  expect(findings.map(({ check, state }) => `${check} ${state}`)).toEqual([
    'configuration ok',
    'credentials ok',
    'clock ok',
    'permissions ok',
    'installations ok',
    'webhook ok',
    'deliveries ok',
    'database ok',
    'migrations ok',
    'dead-letters ok',
    'data-folder ok',
    expect.stringMatching(/^disk /),
  ]);
});

test('in words it is one line a check', async () => {
  await start();
  simulator.app.changeHook({ hasSecret: false });
  const { code, out } = await runShowwork(['doctor'], { cwd: folder, env: environment() });
  expect(code).toBe(1);
  expect(out).toContain('ok       credentials    GitHub knows this app as Showwork');
  expect(out).toMatch(/^problem {2}webhook {8}It has no secret, .*WEBHOOK_SECRET/m);
  expect(out).not.toContain('\u001b');
});

describe('a problem is found in', () => {
  test('a configuration that the server would refuse, before GitHub is asked', async () => {
    await start();
    const { of, findings } = await examine({ WEBHOOK_SECRET: 'hunter2' });
    expect(of('configuration')).toMatchObject([
      { state: 'problem', says: expect.stringContaining('WEBHOOK_SECRET') },
    ]);
    expect(findings).toHaveLength(1);
    expect(simulator.requests).toEqual([]);
  });

  test('a key that is not the app’s, and the rest is looked at all the same', async () => {
    await start();
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const { of } = await examine({ PRIVATE_KEY: pem });
    expect(of('credentials')).toMatchObject([
      { state: 'problem', advice: expect.stringContaining('private key') },
    ]);
    expect(of('clock')).toMatchObject([{ state: 'ok' }]);
    expect(of('database')).toMatchObject([{ state: 'ok' }]);
  });

  test('an app id that is not there', async () => {
    await start();
    expect((await examine({ APP_ID: '99999' })).of('credentials')).toMatchObject([
      { state: 'problem', says: 'GitHub knows no such app.' },
    ]);
  });

  test('a GitHub that does not answer', async () => {
    await start();
    expect((await examine({ GITHUB_BASE_URL: 'http://127.0.0.1:1' })).of('credentials')).toMatchObject([
      { state: 'problem', says: 'GitHub does not answer.' },
    ]);
  });

  test('a clock that is ahead, which GitHub does not let in', async () => {
    await start({ wallClock: { now: () => new Date(Date.now() - 120_000) } });
    const { of } = await examine();
    expect(of('credentials')).toMatchObject([{ state: 'problem', advice: expect.stringContaining('clock') }]);
    expect(of('clock')).toMatchObject([
      { state: 'problem', says: expect.stringMatching(/1[12]\d seconds ahead/) },
    ]);
  });

  test('permissions and events that the app does not ask for, or that owners have not approved', async () => {
    await start();
    simulator.installation('ada').grant({ checks: 'read', metadata: 'read' });
    const { of, ok } = await examine();
    expect(ok).toBe(true);
    expect(of('installations')).toMatchObject([
      { state: 'warning', says: expect.stringMatching(/^ada did not approve checks: write/) },
    ]);
    simulator.app.askFor({ permissions: { metadata: 'read' }, events: ['push'] });
    const asked = await examine();
    expect(asked.ok).toBe(false);
    expect(asked.of('permissions')[0]?.says).toMatch(/checks: write.*pull_request/);
  });

  test('a webhook that is not set up', async () => {
    await start();
    simulator.app.changeHook({ url: null });
    expect((await examine()).of('webhook')).toMatchObject([
      { state: 'problem', says: 'The app has no webhook URL.' },
    ]);
  });

  test('deliveries that did not arrive', async () => {
    await start();
    await deliver(202);
    await deliver(401);
    await simulator.webhooks
      .deliver({ url: 'http://127.0.0.1:1/', event: 'ping', payload: {} })
      .catch(() => undefined);
    const { of } = await examine();
    expect(of('deliveries')).toMatchObject([
      { state: 'problem', says: expect.stringContaining('1 of 3 events') },
      { state: 'problem', says: expect.stringContaining('1 of 3 events') },
    ]);
  });

  test('an Enterprise Server that is too old', async () => {
    await start({ enterpriseVersion: '3.8.0' });
    expect((await examine()).of('github')).toMatchObject([{ state: 'problem' }]);
  });
});
