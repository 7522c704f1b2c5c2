import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type ServerProcess, startServerProcess } from './helpers/server-process.ts';
import { type Simulator, startSimulator } from './simulator/simulator.ts';
import { requestHead } from './webhooks/raw-request.ts';

const CLI = join(dirname(fileURLToPath(import.meta.url)), '../src/cli.ts');

let simulator: Simulator;
let folder: string;
let server: ServerProcess | undefined;

beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'showwork-process-'));
});
afterEach(async () => {
  await server?.stop('SIGKILL');
  server = undefined;
  rmSync(folder, { recursive: true });
});

/** Runs `showwork serve` in an empty folder with nothing but these variables. */
function launch(environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [CLI, 'serve'], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The address in the line that the server logs once it listens; fails with what it said if it ends before. */
async function readListening(child: ChildProcess): Promise<URL> {
  const said: unknown[] = [];
  child.stderr?.on('data', text => said.push(String(text)));
  const ended = once(child, 'close').then(() => {
    throw new Error(`the server ended: ${said.join('')}`);
  });
  ended.catch(() => {});
  const [line] = await Promise.race([once(child.stdout ?? child, 'data'), ended]);
  return new URL(JSON.parse(String(line)).url);
}

describe('a stop', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('by %s ends with 0, whoever is still sending', async signal => {
    const { appId, privateKey, webhookSecret } = simulator.app;
    const child = launch({
      PORT: '0',
      APP_ID: String(appId),
      PRIVATE_KEY: privateKey,
      WEBHOOK_SECRET: webhookSecret,
      DATA_PATH: join(folder, 'data.sqlite'),
    });
    const exited = once(child, 'exit');
    const { port } = await readListening(child);
    const slow = connect(Number(port), '127.0.0.1');
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
    child.kill(signal);
    expect(await exited).toEqual([0, null]);
    expect(performance.now() - before).toBeLessThan(10_000);
    slow.destroy();
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
    const child = launch(environment);
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
