import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { SimulatedRepository } from './simulated-repository.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { send, tokenFor } from './testing/client.ts';

let simulator: Simulator;
let repository: SimulatedRepository;
let bearer: string;
let count = 0;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(async () => {
  count += 1;
  const files = { 'README.md': '# A\n', 'kept.md': 'kept' };
  repository = simulator.addRepository({ owner: 'ada', name: `pulls${count}`, files });
  bearer = await tokenFor(simulator, 'ada');
});
afterAll(() => {
  expect(simulator.violations).toEqual([]);
  return simulator.close();
});

async function read(path: string): Promise<unknown> {
  return (await send(simulator, { path: `/repos/${repository.fullName}/pulls/${path}`, bearer })).body;
}

/** A pull request of one commit that changes the README. */
function open(options: { author?: string } = {}): number {
  repository.commit('topic', { 'README.md': '# B\n' });
  return repository.openPullRequest({ head: 'topic', ...options }).request.number;
}

test("a bot's pull request says so", async () => {
  const number = open({ author: 'dependabot[bot]' });
  expect(await read(`${number}`)).toMatchObject({ user: { login: 'dependabot[bot]', type: 'Bot' } });
});

test('a draft is readied and drafted again', async () => {
  const number = open();
  repository.changePullRequest(number, 'converted_to_draft');
  expect(await read(`${number}`)).toMatchObject({ draft: true });
  expect(repository.changePullRequest(number, 'ready_for_review', 'grace')).toMatchObject({
    sender: { login: 'grace' },
  });
  expect(await read(`${number}`)).toMatchObject({ draft: false });
});

test('another base is an edit that tells the old one', async () => {
  const number = open();
  repository.commit('next', { 'other.md': '' });
  const former = repository.pullRequest(number).pull.base;
  const change = repository.editPullRequest(number, { base: 'next' });
  expect(change).toMatchObject({ action: 'edited', former: { base: { branch: 'main' } } });
  expect(simulator.webhooks.pullRequest(change).payload).toMatchObject({
    changes: { base: { ref: { from: 'main' }, sha: { from: former.sha } } },
    pull_request: { base: { ref: 'next', sha: repository.head('next') } },
  });
  const renamed = repository.editPullRequest(number, { title: 'Better' });
  expect(simulator.webhooks.pullRequest(renamed).payload).toMatchObject({ changes: { title: {} } });
  expect(renamed.former).not.toHaveProperty('base');
});

test('a force-push moves it, and tells heads before and after', async () => {
  const number = open();
  const before = repository.head('topic');
  const { push, change } = repository.pushToPullRequest(number, { 'README.md': '# C\n' }, { force: true });
  expect(push.forced).toBe(true);
  expect(change).toMatchObject({ action: 'synchronize', before, after: repository.head('topic') });
  expect(await read(`${number}`)).toMatchObject({ head: { sha: repository.head('topic') }, commits: 1 });
});

test('a README that is renamed or deleted is told as that', async () => {
  repository.commit('renamed', { 'README.md': null, 'docs/README.md': '# A\n' });
  repository.commit('deleted', { 'README.md': null });
  const renamed = repository.openPullRequest({ head: 'renamed' }).request.number;
  const deleted = repository.openPullRequest({ head: 'deleted' }).request.number;
  expect(await read(`${renamed}/files`)).toMatchObject([
    { filename: 'docs/README.md', status: 'renamed', previous_filename: 'README.md' },
  ]);
  expect(await read(`${deleted}/files`)).toMatchObject([{ filename: 'README.md', status: 'removed' }]);
});

test('files that only the base changed are none of it', async () => {
  const number = open();
  repository.commit('main', { 'kept.md': 'changed' });
  repository.editPullRequest(number, { base: 'main' });
  expect(await read(`${number}/files`)).toMatchObject([{ filename: 'README.md' }]);
});

test('reopened, it takes the head that its branch has now', () => {
  const number = open();
  repository.changePullRequest(number, 'closed');
  repository.commit('topic', { 'README.md': '# C\n' });
  repository.changePullRequest(number, 'reopened');
  expect(repository.pullRequest(number)).toMatchObject({
    state: 'open',
    pull: { head: { sha: repository.head('topic') } },
  });
});

test('merged, its changes are on the base in a commit with two parents, and it is closed', async () => {
  const number = open();
  const head = repository.head('topic');
  const { after: base } = repository.commit('main', { 'kept.md': null, 'new.md': 'new' });
  const { push, change } = repository.mergePullRequest(number, 'grace');
  const merge = repository.head();
  expect(push).toMatchObject({ ref: 'refs/heads/main', before: base, after: merge, forced: false });
  expect(push.commits).toContain(head);
  expect(repository.record.objects.commit(merge)?.parents).toEqual([base, head]);
  expect(repository.read(merge, 'README.md')).toBe('# B\n');
  expect(repository.read(merge, 'new.md')).toBe('new');
  expect(() => repository.read(merge, 'kept.md')).toThrow('no kept.md');
  expect(change).toMatchObject({ action: 'closed', sender: { login: 'grace' } });
  expect(await read(`${number}`)).toMatchObject({ merged: true, merge_commit_sha: merge, state: 'closed' });
});
