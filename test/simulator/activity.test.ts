import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { SimulatedRepository } from './simulated-repository.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { NO_COMMIT } from './state/changes.ts';

let simulator: Simulator;
let repository: SimulatedRepository;
let count = 0;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => {
  count += 1;
  repository = simulator.addRepository({ owner: 'ada', name: `r${count}`, files: { 'README.md': '# A\n' } });
});

describe('a push', () => {
  test('tells what it moved from and to', () => {
    const before = repository.head();
    const push = repository.commit('main', { 'README.md': '# B\n' });
    const flags = { created: false, deleted: false, forced: false };
    expect(push).toMatchObject({ ref: 'refs/heads/main', before, after: repository.head(), ...flags });
    expect(push.commits).toEqual([repository.head()]);
  });

  test('of a new branch is a creation, with the commits that the default branch lacks', () => {
    const push = repository.commit('topic', { new: '' });
    expect(push).toMatchObject({ created: true, before: NO_COMMIT, forced: false });
    expect(push.commits).toEqual([repository.head('topic')]);
    expect(repository.createBranch('same')).toMatchObject({ created: true, commits: [] });
  });

  test('of a first commit is a creation', () => {
    const empty = simulator.addRepository({ owner: 'ada', name: `empty${count}` });
    const push = empty.commit('main', { a: '' });
    expect(push).toMatchObject({ created: true, before: NO_COMMIT, commits: [push.after] });
  });

  test('that deletes has no commits and no head', () => {
    repository.createBranch('topic');
    expect(repository.deleteBranch('topic')).toMatchObject({
      deleted: true,
      after: NO_COMMIT,
      commits: [],
    });
    expect(() => repository.head('topic')).toThrow('no branch topic');
  });

  test('that rewrites is forced', () => {
    const { after: replaced } = repository.commit('main', { a: '1' });
    const push = repository.forcePush('main', { a: '2' });
    expect(push).toMatchObject({ forced: true, before: replaced, commits: [repository.head()] });
    expect(repository.read(repository.head(), 'a')).toBe('2');
  });

  test('of a tag names the tag', () => {
    expect(repository.tag('v1')).toMatchObject({
      ref: 'refs/tags/v1',
      created: true,
      after: repository.head(),
    });
    expect(() => repository.tag('v2', 'nowhere')).toThrow('no commit nowhere');
  });
});

describe('the repository', () => {
  test('is made private, and another branch its default one', () => {
    repository.createBranch('next');
    expect(repository.setPrivate(true)).toMatchObject({ action: 'privatized' });
    expect(repository.setDefaultBranch('next')).toMatchObject({ former: { defaultBranch: 'main' } });
    expect(repository.record).toMatchObject({ private: true, defaultBranch: 'next' });
    expect(() => repository.setDefaultBranch('nowhere')).toThrow('no branch nowhere');
  });

  test('goes to another owner, under whose installation it is then, if any', () => {
    simulator.addRepository({ owner: 'grace', name: 'own' });
    const { installation, former } = repository.transfer('grace');
    expect(former).toMatchObject({ owner: { login: 'ada' } });
    expect(installation?.id).toBe(simulator.installation('grace').id);
    expect(repository.fullName).toContain('grace/');
    expect(repository.transfer('nobody').installation).toBeUndefined();
  });
});

describe('a pull request', () => {
  test('follows its branch, from a fork too', () => {
    const fork = simulator.fork(repository, 'bob');
    fork.commit('idea', { new: '1' });
    const opened = repository.openPullRequest({ head: 'idea', fromFork: fork, draft: true });
    expect(opened).toMatchObject({ action: 'opened', sender: { login: 'bob' } });
    const { number, pull } = opened.request;
    const first = pull.head.sha;
    const { push, change } = repository.pushToPullRequest(number, { new: '2' });
    expect(push.repository).toBe(fork.record);
    expect(change).toMatchObject({ action: 'synchronize', before: first, after: fork.head('idea') });
    expect(repository.pullRequest(number).pull.head.sha).toBe(fork.head('idea'));
  });

  test('stays where it is once closed', () => {
    repository.commit('topic', { a: '1' });
    const { number, pull } = repository.openPullRequest({ head: 'topic' }).request;
    repository.changePullRequest(number, 'closed');
    const { sha } = pull.head;
    repository.commit('topic', { a: '2' });
    expect(repository.pullRequest(number).pull.head.sha).toBe(sha);
  });

  test('shares its numbers with issues', () => {
    repository.commit('topic', { a: '1' });
    expect(repository.openIssue().number).toBe(1);
    expect(repository.openPullRequest({ head: 'topic' }).request.number).toBe(2);
    expect(() => repository.pullRequest(1)).toThrow('no pull request 1');
  });
});

test('two runs of the same give the same commits, ids and times', async () => {
  const other = await startSimulator();
  const play = (stage: Simulator) => {
    const played = stage.addRepository({ owner: 'eve', name: 'same', files: { a: '1' } });
    return [played.head(), played.commit('main', { a: '2' }).after.length, played.record.checkSuites.size];
  };
  const third = await startSimulator();
  expect(play(other)).toEqual(play(third));
  await other.close();
  await third.close();
});

test('waiting ends with the request that brings what is waited for', async () => {
  const seen = simulator.requests.length;
  const waiting = simulator.until(() => simulator.requests[seen]);
  await fetch(`${simulator.baseUrl}/app`);
  expect(await waiting).toMatchObject({ path: '/app', status: 401 });
});
