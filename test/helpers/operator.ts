/** Somebody who runs Showwork: a folder with an `.env`, the command line, and a browser. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './chromium.ts';
import { COMPILE_CACHE } from './compile-cache.ts';
import { type Run, runShowwork } from './run-showwork.ts';
import { type ServerProcess, serverOf } from './server-process.ts';

const CLI = join(import.meta.dirname, '../../src/cli.ts');

export interface Operator {
  /** `showwork setup` and its two clicks in the browser; answers the exit code. The `.env` is what it wrote. */
  setUp(githubUrl: string, webhookUrl: string): Promise<unknown>;
  /** Puts these below what `setup` wrote, in place of those of the last time. */
  configure(variables: Readonly<Record<string, string>>): void;
  /** A command, to its end. */
  run(...args: readonly string[]): Promise<Run>;
  /** `showwork serve`, on any free port. */
  start(...args: readonly string[]): Promise<ServerProcess>;
  /** Kills what still runs and removes the folder. */
  leave(): Promise<void>;
}

/** Nothing is in the environment of what an operator starts: only the `.env` counts. */
export function createOperator(): Operator {
  const folder = mkdtempSync(join(tmpdir(), 'showwork-operator-'));
  const envFile = join(folder, '.env');
  const children: ChildProcess[] = [];
  let registered = '';

  const launch = (args: readonly string[], env: Readonly<Record<string, string>>) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd: folder,
      env: { ...COMPILE_CACHE, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    return child;
  };

  return {
    setUp: async (githubUrl, webhookUrl) => {
      const child = launch(['setup', '--webhook-url', webhookUrl], { GITHUB_BASE_URL: githubUrl });
      const ended = once(child, 'close');
      await registerInBrowser(await shownUrl(child));
      const [code] = await ended;
      registered = readFileSync(envFile, 'utf8');
      return code;
    },
    configure: variables => {
      const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
      writeFileSync(envFile, registered + lines.join(''));
    },
    run: (...args) => runShowwork(args, { cwd: folder }),
    start: (...args) => serverOf(launch(['serve', ...args], { PORT: '0' })),
    leave: async () => {
      for (const child of children) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        const gone = once(child, 'close');
        child.kill('SIGKILL');
        await gone;
      }
      rmSync(folder, { recursive: true });
    },
  };
}

/** The page that `setup` asks to open. Rejects with what it said where it ends before. */
async function shownUrl(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const text of child.stderr?.setEncoding('utf8').iterator({ destroyOnReturn: false }) ?? []) {
    said += text;
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
    if (url === undefined) continue;
    child.stderr?.resume();
    return url;
  }
  throw new Error(`The set-up ended: ${said}`);
}

async function registerInBrowser(url: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByRole('button', { name: 'Continue to GitHub' }).click();
    await page.getByRole('button', { name: 'Create GitHub App' }).click();
    await page.getByRole('heading', { name: 'Showwork is registered' }).waitFor();
  } finally {
    await browser.close();
  }
}
