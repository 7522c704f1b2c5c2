import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openPullRequest, say } from './people.ts';
import { startWorkflow, type Workflow } from './start-workflow.ts';

const FILE = '.github/showwork.yml';
let flow: Workflow;

beforeEach(async () => {
  flow = await startWorkflow();
  await flow.push('main', { 'README.md': '# Churn\n' });
});
afterEach(() => flow.close());

const runs = () => flow.hub.checkRuns.length;

describe('a branch that settings leave alone', () => {
  it.each(['gh-pages', 'dependabot/npm/zod', 'renovate/all'])('asks nothing at all: %s', async branch => {
    expect(await flow.asked(() => flow.push(branch, { 'README.md': '# Other\n' }))).toEqual([]);
  });

  it.each(['dependabot/npm/zod', 'renovate/all'])('nor do its pull requests: %s', async branch => {
    const pull = await openPullRequest(flow, { 'README.md': '# Other\n' }, { branch });
    const job = await pull.job();
    expect(await flow.asked(() => flow.worker.run(job))).toEqual([]);
  });

  it('is reviewed all the same where somebody asks', async () => {
    const pull = await openPullRequest(flow, { 'README.md': '# Other\n' }, { branch: 'renovate/all' });
    await flow.worker.run((await say(flow, pull)).job);
    expect(flow.hub.checkRunsOn(pull.head)).toHaveLength(1);
  });

  it('is left alone in this repository only: a fork may name its branches as it likes', async () => {
    const change = { 'README.md': '# Other\n' };
    const pull = await openPullRequest(flow, change, { branch: 'renovate/all', fromFork: true });
    await flow.worker.run(await pull.job());
    expect(flow.hub.checkRunsOn(pull.head)).toHaveLength(1);
  });

  it.each(['main', 'gh-readonly-queue/main/pr-1'])(
    'is never the default branch or a merge queue: %s',
    async branch => {
      await flow.push('main', { [FILE]: 'branches: [topic]\n' });
      const before = runs();
      await flow.push(branch, { 'train.py': '1' });
      expect(runs()).toBe(before + 1);
    },
  );
});

describe('a repository with `enabled: false`', () => {
  beforeEach(() => flow.push('main', { [FILE]: 'enabled: false\n' }));

  it('gets no check run any more, and other branches ask nothing', async () => {
    const before = runs();
    expect(await flow.asked(() => flow.push('main', { 'train.py': '1' }))).toEqual(['readTree']);
    expect(await flow.asked(() => flow.push('topic', { 'train.py': '2' }))).toEqual([]);
    expect(runs()).toBe(before);
  });

  it('answers /review in a line', async () => {
    const pull = await openPullRequest(flow, { 'train.py': '' });
    await flow.worker.run((await say(flow, pull)).job);
    expect(flow.hub.commentsOn(pull).at(-1)).toContain('`enabled: false`');
    expect(flow.hub.checkRunsOn(pull.head)).toEqual([]);
  });

  it('is reviewed again from the push on that takes it back', async () => {
    const head = await flow.push('main', { [FILE]: 'enabled: true\n' });
    expect(flow.hub.checkRunsOn(head)).toHaveLength(1);
  });
});
