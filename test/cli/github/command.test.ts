import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { run } from '../../packaging/run.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';

const CLI = join(import.meta.dirname, '../../../src/cli.ts');
const README =
  '# Tenancy answers\n\nTenants call a volunteer line and wait, because answers stand in 40 leaflets.\n';

let simulator: Simulator;
let folder: string;
beforeAll(async () => {
  simulator = await startSimulator({ isPublic: true });
  simulator.addRepository({ owner: 'ada', name: 'there', files: { 'README.md': README } });
  simulator.addRepository({ owner: 'ada', name: 'secret', private: true, files: { 'README.md': README } });
  folder = mkdtempSync(join(tmpdir(), 'showwork-github-'));
  mkdirSync(join(folder, 'ada/here'), { recursive: true });
  writeFileSync(join(folder, 'ada/here/README.md'), README);
});
afterAll(async () => {
  await simulator.close();
  rmSync(folder, { recursive: true });
});

function review(args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const env = { GITHUB_BASE_URL: simulator.baseUrl, ...environment };
  return run(process.execPath, [CLI, 'review', '--format', 'jsonl', ...args], { cwd: folder, env });
}

test('repositories on GitHub are reviewed beside folders, and a path that exists wins', async () => {
  const { code, out, err } = await review(['ada/there', 'ada/here']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const [there, here] = out
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));
  expect(there.readme).toEqual(here.readme);
  expect(there.criteria).toEqual(here.criteria);
  expect(simulator.requests.map(({ path }) => path)).not.toContain('/repos/ada/here');
});

test('a private one takes a token from the environment', async () => {
  const refused = await review(['ada/secret', 'ada/there']);
  expect(refused.code).toBe(2);
  expect(refused.out.trimEnd().split('\n')).toHaveLength(1);
  expect(refused.err).toMatch(
    /^showwork: ada\/secret: .*set GITHUB_TOKEN to a token that may read its contents\n$/,
  );
  const token = simulator.addPersonalToken('ada');
  expect(await review(['ada/secret'], { GITHUB_TOKEN: token })).toMatchObject({ code: 0, err: '' });
});

test('what is wrong in the environment is said of the repository, and folders are reviewed all the same', async () => {
  const run = await review(['ada/there', 'ada/here'], { GITHUB_BASE_URL: 'http://git.example.edu/api/v3' });
  expect(run.code).toBe(2);
  expect(run.err).toMatch(/^showwork: ada\/there: GITHUB_BASE_URL must begin with https:\/\/ /);
  expect(run.out.trimEnd().split('\n')).toHaveLength(1);
});

test('GitHub out of reach is no crash', async () => {
  const run = await review(['ada/there'], { GITHUB_BASE_URL: 'http://127.0.0.1:9' });
  expect(run.code).toBe(2);
  expect(run.err).toMatch(
    /^showwork: ada\/there: there is no such file or folder, and GitHub did not answer \(/,
  );
});
