/** What CONTRIBUTING.md tells people to run, as it is printed, in a copy of the project. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { listeningUrl } from '../helpers/server-process.ts';
import { npm } from '../packaging/run.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import { copyProject } from './small-project.ts';

/** Training on next to nothing takes eight seconds of an idle processor, and measuring what was learned as long. */
jest.setTimeout(300_000);

const MODEL = 'models/verdicts.en.generated.json';

let folder: string;
let project: string;
let simulator: Simulator;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'showwork-project-'));
  project = copyProject(folder);
  simulator = await startSimulator();
});
afterAll(async () => {
  await simulator.close();
  rmSync(folder, { recursive: true });
});
const runs = (...words: readonly string[]) => npm(['run', ...words], project);
const textOf = (path: string) => readFileSync(join(project, path), 'utf8');

/** A script that goes on until it is interrupted, in a group of processes of its own. */
function start(script: string, variables: Readonly<Record<string, string>> = {}) {
  const env = { PATH: process.env['PATH'], ...variables };
  const child = spawn('npm', ['run', script], { cwd: project, env, detached: true, stdio: 'pipe' });
  const interrupt = async (signal: NodeJS.Signals = 'SIGINT') => {
    const gone = once(child, 'close');
    // As a terminal does: npm, its shell and what that started.
    process.kill(-(child.pid ?? Number.NaN), signal);
    await gone;
  };
  return { child, interrupt };
}

test('npm run docs and npm run goldens write what is stale, and nothing else', async () => {
  for (const [script, path] of [
    ['docs', 'docs/errors.md'],
    ['goldens', 'fixtures/readmes/web-app/check-run.md'],
  ] as const) {
    const fresh = textOf(path);
    appendFileSync(join(project, path), 'stale\n');
    expect(await runs(script)).toContain(`wrote ${path.replace(/^fixtures\//, '')}\n`);
    expect(textOf(path)).toBe(fresh);
  }
});

test('npm run accuracy measures on its four sets, and puts down only what is asked for', async () => {
  const before = textOf('docs/accuracy.md');
  expect(await runs('accuracy')).toContain('## 5 READMEs of labels/dev.jsonl');
  expect(await runs('accuracy', '--', '--signals')).toContain('## 5 READMEs of labels/dev.jsonl');
  expect(await runs('accuracy', '--', '--abroad')).toMatch(/^\| all /m);
  expect(textOf('docs/accuracy.md')).toBe(before);
  await runs('accuracy', '--', '--check');
  const after = textOf('docs/accuracy.md');
  expect(after.startsWith(before)).toBe(true);
  expect(after.slice(before.length)).toMatch(/^\n## Check of [\s\S]*5 READMEs of labels\/check\.jsonl/);
});

test('npm run train writes the model that ships', async () => {
  const before = textOf(MODEL);
  expect(await runs('train', '--', '--labels', 'dev,check')).toContain(`${MODEL}: 10 READMEs`);
  expect(textOf(MODEL)).not.toBe(before);
});

test('npm run dev serves, and begins anew when a file is saved', async () => {
  const { appId, privateKey, webhookSecret } = simulator.app;
  const { child, interrupt } = start('dev', {
    APP_ID: String(appId),
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: webhookSecret,
    GITHUB_BASE_URL: simulator.baseUrl,
    DATA_PATH: join(folder, 'data/showwork.sqlite'),
    PORT: '0',
  });
  try {
    expect((await fetch(`${await listeningUrl(child)}/healthz`)).status).toBe(200);
    appendFileSync(join(project, 'src/server.ts'), '// saved\n');
    expect((await fetch(`${await listeningUrl(child)}/healthz`)).status).toBe(200);
  } finally {
    await interrupt();
  }
});
