import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Simulator, startSimulator } from './simulator.ts';
import { send, tokenFor } from './testing/client.ts';

let simulator: Simulator;
let bearer: string;
beforeAll(async () => {
  simulator = await startSimulator();
  simulator.addRepository({ owner: 'ada', name: 'empty' });
  bearer = await tokenFor(simulator, 'ada');
});
afterAll(() => {
  expect(simulator.violations).toEqual([]);
  return simulator.close();
});

const SHA = 'c'.repeat(40);

async function ask(path: string): Promise<string> {
  const { status, body } = await send(simulator, { path: `/repos/ada/empty${path}`, bearer });
  return `${status} ${Object(body).message}`;
}

test.each([
  '/git/ref/heads/main',
  '/git/matching-refs/heads/',
  '/git/trees/main',
  `/git/commits/${SHA}`,
  `/git/blobs/${SHA}`,
  '/commits/main',
])('git data at %s is in conflict', async path => {
  expect(await ask(path)).toBe('409 Git Repository is empty.');
});

test('contents, branches and comparisons are not there', async () => {
  expect(await ask('/contents/README.md')).toBe('404 This repository is empty.');
  expect(await ask('/readme')).toBe('404 This repository is empty.');
  expect(await ask('/branches/main')).toContain('404');
  expect(await ask('/compare/main...topic')).toContain('404');
});

test('the repository itself is, with its default branch by name', async () => {
  const { body } = await send(simulator, { path: '/repos/ada/empty', bearer });
  expect(body).toMatchObject({ default_branch: 'main' });
  expect((await send(simulator, { path: '/repos/ada/empty/branches', bearer })).body).toEqual([]);
});
