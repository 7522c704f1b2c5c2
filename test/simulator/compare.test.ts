import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { GITHUB_LIMITS } from './limits.ts';
import type { SimulatedRepository } from './simulated-repository.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { send, tokenFor } from './testing/client.ts';
import { octokitFor } from './testing/octokit.ts';

let simulator: Simulator;
let repository: SimulatedRepository;
let bearer: string;
let count = 0;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(async () => {
  count += 1;
  const files = { 'README.md': '# A\n', 'old.md': 'moved', 'gone.md': 'gone' };
  repository = simulator.addRepository({ owner: 'ada', name: `compare${count}`, files });
  bearer = await tokenFor(simulator, 'ada');
});
afterAll(() => {
  expect(simulator.violations).toEqual([]);
  return simulator.close();
});

function compare(basehead: string, query = '') {
  return send(simulator, { path: `/repos/${repository.fullName}/compare/${basehead}${query}`, bearer });
}

const Files = z.object({ files: z.array(z.object({ filename: z.string() })).optional() });
const Commits = z.object({ commits: z.array(z.object({ sha: z.string() })) });

describe('two commits', () => {
  test('are ahead, behind, diverged or identical, and stand on a merge base', async () => {
    const start = repository.head();
    repository.commit('topic', { a: '1' });
    repository.commit('topic', { a: '2' });
    const expected = { merge_base_commit: { sha: start }, total_commits: 2 };
    expect((await compare('main...topic')).body).toMatchObject({
      ...expected,
      status: 'ahead',
      ahead_by: 2,
      behind_by: 0,
    });
    expect((await compare('topic...main')).body).toMatchObject({ status: 'behind', behind_by: 2 });
    expect((await compare('main...main')).body).toMatchObject({ status: 'identical', files: [] });
    repository.commit('main', { b: '1' });
    expect((await compare('main...topic')).body).toMatchObject({
      ...expected,
      status: 'diverged',
      ahead_by: 2,
      behind_by: 1,
    });
  });

  test('differ in the files that changed since the merge base', async () => {
    repository.commit('topic', {
      'README.md': '# B\n',
      'docs/new.md': 'moved',
      'old.md': null,
      'gone.md': null,
      'more.md': 'more',
    });
    repository.commit('main', { 'other.md': 'not of the branch' });
    const { body } = await compare('main...topic');
    expect(body).toMatchObject({
      files: [
        { filename: 'README.md', status: 'modified' },
        { filename: 'docs/new.md', status: 'renamed', previous_filename: 'old.md' },
        { filename: 'gone.md', status: 'removed' },
        { filename: 'more.md', status: 'added' },
      ],
    });
  });

  test('are named by branch, tag, commit id, and as owner:branch of a fork', async () => {
    const fork = simulator.fork(repository, 'bob');
    const start = repository.head();
    fork.commit('idea', { 'README.md': '# B\n' });
    repository.tag('v1');
    const merge_base_commit = { sha: start };
    for (const basehead of [
      `${start}...${fork.head('idea')}`,
      'main...bob:idea',
      'ada:main...bob:idea',
      `v1...${fork.head('idea')}`,
    ]) {
      expect((await compare(basehead)).body).toMatchObject({ merge_base_commit, ahead_by: 1 });
    }
  });

  test('that are not there, or have nothing in common, are a 404', async () => {
    repository.commitOrphan('island', { a: '1' });
    const apart = await compare('main...island');
    expect([apart.status, JSON.stringify(apart.body)]).toEqual([
      404,
      expect.stringContaining('No common ancestor'),
    ]);
    for (const basehead of ['main...nowhere', 'main', 'eve:main...main', `main...${'0'.repeat(40)}`]) {
      expect(await compare(basehead)).toMatchObject({ status: 404 });
    }
  });

  test('are compared by Octokit too', async () => {
    repository.commit('feature/one', { a: '1' });
    const { data } = await octokitFor(simulator, 'ada').rest.repos.compareCommitsWithBasehead({
      owner: 'ada',
      repo: `compare${count}`,
      basehead: 'main...feature/one',
    });
    expect(data.ahead_by).toBe(1);
    expect(simulator.requests.at(-1)?.operationId).toBe('repos/compare-commits');
  });
});

describe('a long comparison', () => {
  test('lists so many files and no more', async () => {
    simulator.limits.compareFiles = 2;
    repository.commit('topic', { a: '1', b: '1', c: '1' });
    const { body } = await compare('main...topic');
    simulator.limits.compareFiles = GITHUB_LIMITS.compareFiles;
    expect(Files.parse(body).files?.map(({ filename }) => filename)).toEqual(['a', 'b']);
  });

  test('lists the newest commits, or pages of them, with files on the first page only', async () => {
    const shas = ['1', '2', '3'].map(a => repository.commit('topic', { a }).after);
    const commits = async (query: string) =>
      Commits.parse((await compare('main...topic', query)).body).commits.map(({ sha }) => sha);
    simulator.limits.compareCommits = 2;
    expect(await commits('')).toEqual(shas.slice(1));
    simulator.limits.compareCommits = GITHUB_LIMITS.compareCommits;
    expect(await commits('')).toEqual(shas);
    expect(await commits('?per_page=2')).toEqual(shas.slice(0, 2));
    expect(await commits('?per_page=2&page=2')).toEqual(shas.slice(2));
    expect(Files.parse((await compare('main...topic', '?per_page=2')).body).files).toHaveLength(1);
    expect(Files.parse((await compare('main...topic', '?per_page=2&page=2')).body).files).toBeUndefined();
  });
});
