import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { COMPILE_CACHE } from './helpers/compile-cache.ts';
import { type ServerProcess, startServerProcess } from './helpers/server-process.ts';
import { type Simulator, startSimulator } from './simulator/simulator.ts';
import { requestHead } from './webhooks/raw-request.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const CLI = join(ROOT, 'src/cli.ts');
const PROBOT = join(ROOT, 'node_modules/probot/bin/probot.js');

let simulator: Simulator;
let folder: string;
let server: ServerProcess | undefined;
let children: ChildProcess[];

beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'showwork-process-'));
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await server?.stop('SIGKILL');
  server = undefined;
  rmSync(folder, { recursive: true });
});

/** Runs a script in an empty folder with nothing but these variables. */
function launch(script: readonly string[], environment: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, script, {
    cwd: folder,
    env: { ...COMPILE_CACHE, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  return child;
}

/** What a complete configuration holds, for the simulator's app. */
function credentials(): Record<string, string> {
  const { appId, privateKey, webhookSecret } = simulator.app;
  return {
    APP_ID: String(appId),
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: webhookSecret,
    GITHUB_BASE_URL: simulator.baseUrl,
    DATA_PATH: join(folder, 'data.sqlite'),
  };
}

/** The first URL that the process writes; fails with what it said if it ends before. */
function readUrl(child: ChildProcess): Promise<URL> {
  return new Promise((resolve, reject) => {
    let said = '';
    function listen(text: unknown): void {
      said += String(text);
      const url = /http:\/\/(?:127\.0\.0\.1|localhost):\d+(?=["\s])/.exec(said)?.[0];
      if (url !== undefined) resolve(new URL(url));
    }
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('close', () => reject(new Error(`the process ended: ${said}`)));
  });
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

describe('a stop', () => {
  test('by SIGTERM ends in time with 0, whoever is still sending', async () => {
    const child = launch([CLI, 'serve'], { ...credentials(), PORT: '0' });
    const exited = once(child, 'exit');
    const slow = connect(Number((await readUrl(child)).port), '127.0.0.1');
    slow.on('error', () => {});
    slow.write(
      requestHead({
        'content-type': 'application/json',
        'content-length': '9',
        'x-github-event': 'ping',
        'x-github-delivery': 'slow',
        'x-hub-signature-256': `sha256=${'0'.repeat(64)}`,
      }),
    );
    await once(slow, 'ready');

    const before = performance.now();
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    expect(performance.now() - before).toBeLessThan(10_000);
    slow.destroy();
  });

  test('by SIGINT ends with 0', async () => {
    const child = launch([CLI, 'serve'], { ...credentials(), PORT: '0' });
    const exited = once(child, 'exit');
    await readUrl(child);
    child.kill('SIGINT');
    expect(await exited).toEqual([0, null]);
  });

  test('releases what it could not finish, and the next process does it, once', async () => {
    const dataPath = join(folder, 'data.sqlite');
    const repository = simulator.addRepository({ owner: 'ada', name: 'interrupted' });
    const push = repository.commit('main', {
      'README.md': '# Notes\n\nWhat did not work: everything at first.\n',
    });
    server = await startServerProcess(simulator, dataPath);
    const event = simulator.webhooks.push(push);
    await simulator.webhooks.deliver({ url: server.webhookUrl, ...event });
    await server.stop('SIGTERM');

    server = await startServerProcess(simulator, dataPath);
    await simulator.until(() => repository.checkRuns(push.after)[0]);
    await server.stop('SIGTERM');
    expect(repository.checkRuns(push.after)).toHaveLength(1);
  });
});

describe('a start', () => {
  async function start(environment: Record<string, string>): Promise<{ code: unknown; said: string }> {
    const child = launch([CLI, 'serve'], environment);
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const [code] = await once(child, 'close');
    return { code, said };
  }

  test('without credentials says what to do and exits with 78', async () => {
    const { code, said } = await start({});
    expect(code).toBe(78);
    expect(said).toMatch(/Register a GitHub App.*\.env\.example.*npm start.*npm run demo/s);
  });

  test('with a weak secret names the variable, not its value, and exits with 78', async () => {
    const { appId, privateKey } = simulator.app;
    const environment = { APP_ID: String(appId), PRIVATE_KEY: privateKey, WEBHOOK_SECRET: 'hunter2' };
    const { code, said } = await start(environment);
    expect(code).toBe(78);
    expect(said).toMatch(/WEBHOOK_SECRET has fewer than 16 characters/);
    expect(said).not.toContain('hunter2');
    expect(said).not.toContain('PRIVATE KEY-----');
  });
});

test('probot run loads src/app.ts, and its reviews are made too', async () => {
  const repository = simulator.addRepository({ owner: 'ada', name: 'through-probot' });
  const push = repository.commit('main', { 'README.md': '# Notes\n' });
  const port = await findFreePort();
  const child = launch([PROBOT, 'run', join(ROOT, 'src/app.ts')], {
    ...credentials(),
    HOST: '127.0.0.1',
    PORT: String(port),
  });
  const exited = once(child, 'exit');
  await readUrl(child);

  const url = `http://127.0.0.1:${port}/api/github/webhooks`;
  const answer = await simulator.webhooks.deliver({ url, ...simulator.webhooks.push(push) });
  expect(answer.status).toBe(200);
  const run = await simulator.until(() => repository.checkRuns(push.after)[0]);
  expect(run).toMatchObject({ name: 'Showwork', status: 'completed' });
  child.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);
});
