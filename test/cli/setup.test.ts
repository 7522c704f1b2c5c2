import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { loadConfig } from '../../src/config.ts';
import { hasBrowser, launchBrowser } from '../helpers/chromium.ts';
import { COMPILE_CACHE } from '../helpers/compile-cache.ts';
import { createAtGitHub, openForm } from '../setup/without-browser.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';

const CLI = join(import.meta.dirname, '../../src/cli.ts');
const WEBHOOK = ['--webhook-url', 'https://showwork.example.com'];
/** What must never be printed or logged. */
const SECRETS = /PRIVATE KEY|LS0tLS1|WEBHOOK_SECRET=/;

/** Each run is a process of its own. */
jest.setTimeout(60_000);

let simulator: Simulator;
let folder: string;
let children: ChildProcess[];
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'showwork-setup-'));
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

interface Setup {
  /** The page it serves; rejects with what it said where it ends before. */
  readonly url: Promise<string>;
  readonly ended: Promise<{ code: unknown; out: string; said: string }>;
  kill(signal: NodeJS.Signals): void;
}

function setUp(args: readonly string[]): Setup {
  const env = { ...COMPILE_CACHE, GITHUB_BASE_URL: simulator.baseUrl };
  const child = spawn(process.execPath, [CLI, 'setup', ...args], { cwd: folder, env });
  children.push(child);
  let out = '';
  let said = '';
  child.stdout.setEncoding('utf8').on('data', text => {
    out += text;
  });
  const url = new Promise<string>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', text => {
      said += text;
      const [shown] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (shown !== undefined) resolve(shown);
    });
    child.on('close', () => reject(new Error(`the process ended: ${said}`)));
  });
  url.catch(() => undefined);
  const ended = once(child, 'close').then(([code]) => ({ code, out, said }));
  return { url, ended, kill: signal => child.kill(signal) };
}

async function register(url: string): Promise<void> {
  await fetch(await createAtGitHub(simulator, await openForm(url)));
}

describe('showwork setup', () => {
  test('writes an environment file for its owner, says what comes next, and ends', async () => {
    const setup = setUp([...WEBHOOK, '--name', 'Course']);
    await register(await setup.url);
    const { code, out, said } = await setup.ended;
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(readdirSync(folder)).toEqual(['.env']);
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
    const { appId, webhookSecret, hook } = simulator.app;
    expect(loadConfig(parseEnv(readFileSync(join(folder, '.env'), 'utf8')))).toMatchObject({
      ok: true,
      config: { appId, webhookSecrets: [webhookSecret], githubApiUrl: simulator.baseUrl },
    });
    expect(hook.url).toBe('https://showwork.example.com/api/github/webhooks');
    expect(said.trimEnd().split('\n').slice(1)).toEqual([
      'Course is registered, and its credentials are in .env.',
      '  1. Start the server: npm start',
      '  2. Install the app on repositories: https://github.com/apps/course/installations/new',
      '  3. See whether all is well: npm run doctor',
    ]);
    expect(said).not.toContain(webhookSecret);
    expect(said).not.toMatch(SECRETS);
  });

  test('takes the address of a tunnel as it is', async () => {
    const setup = setUp(['--webhook-url', 'https://smee.io/AbC123', '--tunnel', '--name', 'Showwork of Ada']);
    await register(await setup.url);
    expect(await setup.ended).toMatchObject({ code: 0 });
    expect(simulator.app.hook.url).toBe('https://smee.io/AbC123');
  });

  test('prints the variables alone where that is asked for', async () => {
    const setup = setUp([...WEBHOOK, '--print']);
    await register(await setup.url);
    const { code, out, said } = await setup.ended;
    expect(code).toBe(0);
    expect(parseEnv(out)).toMatchObject({ WEBHOOK_SECRET: simulator.app.webhookSecret });
    expect(readdirSync(folder)).toEqual([]);
    expect(said).not.toMatch(SECRETS);
  });

  test('does not touch a file that is there, before anything is registered, unless it is told to', async () => {
    writeFileSync(join(folder, '.env'), 'MINE=1\n');
    const refused = await setUp(WEBHOOK).ended;
    expect(refused.code).toBe(2);
    expect(refused.said).toContain('.env: it is there already. --force replaces it');
    expect(readFileSync(join(folder, '.env'), 'utf8')).toBe('MINE=1\n');

    const setup = setUp([...WEBHOOK, '--force']);
    await register(await setup.url);
    expect((await setup.ended).code).toBe(0);
    expect(readFileSync(join(folder, '.env'), 'utf8')).toMatch(/^APP_ID=\d+\n/);
  });

  test('says so at once where the file cannot be written', async () => {
    const { code, said } = await setUp([...WEBHOOK, '--output', 'nowhere/.env']).ended;
    expect({ code, said }).toEqual({
      code: 2,
      said: 'showwork: nowhere/.env: there is no such file or folder.\n',
    });
  });

  test('says how to get credentials again where they cannot be kept after all', async () => {
    const setup = setUp([...WEBHOOK, '--output', 'late.env']);
    const url = await setup.url;
    writeFileSync(join(folder, 'late.env'), 'MINE=1\n');
    await register(url);
    const { code, said } = await setup.ended;
    expect(code).toBe(1);
    expect(said).toContain(
      `The app is registered (App ID ${simulator.app.appId}), but late.env: it is there already`,
    );
    expect(said).toContain('generate a private key');
    expect(said).not.toMatch(SECRETS);
    expect(readdirSync(folder)).toEqual(['late.env']);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ends by %s and leaves nothing behind', async signal => {
    const setup = setUp(WEBHOOK);
    await setup.url;
    setup.kill(signal);
    expect(await setup.ended).toMatchObject({
      code: 1,
      said: expect.stringContaining('nothing was written'),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['no webhook URL', [], '--webhook-url'],
    ['one on this machine', ['--webhook-url', 'https://localhost'], 'leads to this machine'],
    ['a name that is too long', [...WEBHOOK, '--name', 'x'.repeat(35)], '1 to 34 characters'],
    ['an organisation that is none', [...WEBHOOK, '--organisation', '../x'], 'no login'],
    ['a homepage that is none', [...WEBHOOK, '--homepage', 'example'], '--homepage is not a URL'],
    ['a port that is none', [...WEBHOOK, '--port', '65536'], '0 to 65535'],
  ])('explains %s and exits with 2', async (_, args, explanation) => {
    expect(await setUp(args).ended).toMatchObject({ code: 2, said: expect.stringContaining(explanation) });
    expect(existsSync(join(folder, '.env'))).toBe(false);
  });
});

(hasBrowser() ? describe : describe.skip)('in a real browser', () => {
  test.each([
    ['the operator’s account', []],
    ['an organisation', ['--organisation', 'acme']],
  ])('two clicks register the app for %s', async (_, args) => {
    const setup = setUp([...WEBHOOK, ...args]);
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', message => {
        // GitHub's page here has no icon, which Chromium asks for by itself.
        if (!message.location().url.endsWith('/favicon.ico')) complaints.push(message.text());
      });
      await page.goto(await setup.url);
      expect(await page.locator('body').innerText()).toContain('checks: write');
      await page.getByRole('button', { name: 'Continue to GitHub' }).click();
      await page.getByRole('button', { name: 'Create GitHub App' }).click();
      await page.getByRole('heading', { name: 'Showwork is registered' }).waitFor();
      expect(await page.content()).not.toMatch(SECRETS);
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
    }
    expect(await setup.ended).toMatchObject({ code: 0, said: expect.not.stringMatching(SECRETS) });
    expect(readFileSync(join(folder, '.env'), 'utf8')).toContain(simulator.app.webhookSecret);
  });
});
