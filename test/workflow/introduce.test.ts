import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ShowworkError } from '../../src/errors.ts';
import { type Instruction, type Job, targetKey } from '../../src/jobs.ts';
import { failureOf, MAIN, startWorkflow, type Workflow } from './start-workflow.ts';

const FILES = { 'README.md': '# Churn\n', '.github/showwork.yml': 'dashboard: true\n' };
let flow: Workflow;

beforeEach(async () => {
  flow = await startWorkflow();
});
afterEach(() => flow.close());

const introduce = () => {
  const { installationId, repositoryId, owner, name } = flow.hub.repository;
  const named = { installationId, repositoryId, owner, name, private: false };
  const instruction: Instruction = { kind: 'introduce', ...named };
  return flow.instruct(instruction);
};
const asked = (job: Job) => flow.asked(() => flow.worker.run(job));
const mainKey = () => targetKey({ repository: flow.hub.repository, ref: MAIN });

describe('a repository that is added', () => {
  it('has its default branch reviewed, in a check run and nowhere else', async () => {
    const head = flow.hub.commit('main', FILES);
    expect(await asked(await introduce())).toEqual([
      'readRepository',
      'readHead',
      'readTree',
      'readBlob',
      'readBlob',
      'createCheckRun',
    ]);
    expect(flow.hub.checkRunsOn(head)).toHaveLength(1);
    expect(flow.hub.issues()).toEqual([]);
  });

  it('has its branch known as after a push, and nothing left to do for it', async () => {
    const headSha = flow.hub.commit('main', FILES);
    await flow.worker.run(await introduce());
    const target = await flow.store.store.readTarget(mainKey());
    expect(target).toMatchObject({ head: headSha, requested: 1, done: 1, lastReviewed: { headSha } });
    expect(await asked({ kind: 'review-target', targetKey: mainKey() })).toEqual([]);
  });

  it('is told at the first push what has changed since', async () => {
    flow.hub.commit('main', { 'README.md': '# Churn\n\nDocumented: problem\n' });
    await flow.worker.run(await introduce());
    const head = await flow.push('main', { 'README.md': '# Churn\n\nDocumented: problem, approach\n' });
    expect(flow.hub.checkRunsOn(head)[0]?.summary).toContain('Since the last review');
  });

  it('leaves a push that came first to its own job', async () => {
    const head = flow.hub.commit('main', FILES);
    const job = await introduce();
    const push = await flow.accept(MAIN, head);
    await flow.worker.run(job);
    expect(await flow.store.store.readTarget(mainKey())).toMatchObject({ requested: 1, done: 0 });
    await flow.worker.run(push);
    expect(flow.hub.checkRunsOn(head)).toHaveLength(1);
  });

  it('leaves a push that comes in between to its own job', async () => {
    flow.hub.commit('main', FILES);
    const job = await introduce();
    flow.hub.beforeNext('createCheckRun', async () => {
      await flow.accept(MAIN, flow.hub.commit('main', { 'README.md': '# Later\n' }));
    });
    await flow.worker.run(job);
    expect(await flow.store.store.readTarget(mainKey())).toMatchObject({ requested: 1, done: 0 });
  });

  it('gets no check run without a README', async () => {
    flow.hub.commit('main', { 'train.py': '' });
    expect(await asked(await introduce())).toEqual(['readRepository', 'readHead', 'readTree']);
    expect(await flow.store.store.readTarget(mainKey())).toMatchObject({ done: 1, lastReviewed: null });
  });

  it('gets none with `enabled: false`', async () => {
    flow.hub.commit('main', { ...FILES, '.github/showwork.yml': 'enabled: false\n' });
    await flow.worker.run(await introduce());
    expect(flow.hub.checkRuns).toEqual([]);
  });

  it('without a commit is left until the first push', async () => {
    expect(await asked(await introduce())).toEqual(['readRepository', 'readHead']);
  });

  it('that went out of reach meanwhile is left alone', async () => {
    const job = await introduce();
    flow.hub.remove();
    expect(await asked(job)).toEqual(['readRepository']);
    expect(await asked(job)).toEqual([]);
  });

  it.each([
    ['with a README', FILES],
    ['without one', { 'train.py': '' }],
  ])('and removed while it is looked at leaves nothing behind: %s', async (_, files) => {
    flow.hub.commit('main', files);
    const job = await introduce();
    const { installationId, repositoryId } = flow.hub.repository;
    flow.hub.beforeNext('readTree', async () => {
      flow.clock.advance(1_000);
      await flow.store.store.forget(installationId, [repositoryId]);
      flow.clock.advance(1_000);
    });
    await flow.worker.run(job).catch(() => {});
    expect(await flow.store.store.readTarget(mainKey())).toBeNull();
    expect(flow.hub.checkRuns).toEqual([]);
  });

  it('waits while writes are short, and leaves those that are left to people', async () => {
    flow.hub.commit('main', FILES);
    const { limiter } = flow.store;
    const { installationId } = flow.hub.repository;
    while ((await limiter.take(installationId, 'background')) === null);
    const job = await introduce();
    const later = await flow.worker.run(job);
    expect(later).toBeInstanceOf(Date);
    expect(flow.hub.checkRuns).toEqual([]);
    await flow.push('topic', { 'README.md': '# Topic\n' });
    expect(flow.hub.checkRuns).toHaveLength(1);

    flow.clock.advance(+(later ?? 0) - +flow.clock.now() + 60_000);
    await flow.worker.run(job);
    expect(flow.hub.checkRuns).toHaveLength(2);
  });

  it('that is interrupted at its check run gets one', async () => {
    const head = flow.hub.commit('main', FILES);
    const job = await introduce();
    const lost = new ShowworkError('GITHUB_UNAVAILABLE', 'lost');
    flow.hub.failNext('createCheckRun', lost, { carriedOut: true });
    expect(await failureOf(flow.worker.run(job))).toBe(lost);
    flow.clock.advance(60_000);
    await flow.worker.run(job);
    expect(flow.hub.checkRunsOn(head)).toHaveLength(1);
  });
});
