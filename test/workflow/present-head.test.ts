import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { targetKey } from '../../src/jobs.ts';
import { HEAD_FRESH_MS } from '../../src/workflow/present-head.ts';
import { MAIN, startWorkflow, type Workflow } from './start-workflow.ts';

const FILES = { 'README.md': '# Churn\n', 'requirements.txt': 'xgboost\n' };
let flow: Workflow;

beforeEach(async () => {
  flow = await startWorkflow();
});
afterEach(() => flow.close());

const isFinished = async () => {
  const target = await flow.store.store.readTarget(targetKey({ repository: flow.hub.repository, ref: MAIN }));
  return target?.done === target?.requested;
};

describe('a job that waited', () => {
  it('trusts the delivered head for thirty seconds', async () => {
    const job = await flow.accept(MAIN, flow.hub.commit('main', FILES));
    flow.clock.advance(HEAD_FRESH_MS);
    expect(await flow.asked(() => flow.worker.run(job))).not.toContain('readHead');
  });

  it('asks for the head after that, and reviews the one it is given', async () => {
    const old = flow.hub.commit('main', FILES);
    const job = await flow.accept(MAIN, old);
    flow.clock.advance(HEAD_FRESH_MS + 1);
    const head = flow.hub.commit('main', { 'README.md': '# Later\n' });
    expect((await flow.asked(() => flow.worker.run(job)))[0]).toBe('readHead');
    expect(flow.hub.checkRuns.map(run => run.headSha)).toEqual([head]);
  });

  it('asks where deliveries disagree on the head', async () => {
    const { store, hub, worker } = flow;
    const target = { repository: hub.repository, ref: MAIN };
    const head = hub.commit('main', FILES);
    for (const [id, sha] of [
      ['a', 'b'.repeat(40)],
      ['b', head],
    ] as const) {
      const hints = [{ target, head: sha, observedAt: 5 }];
      await store.store.accept({ id, event: 'push', action: null, hints, instructions: [] });
    }
    const job = { kind: 'review-target', targetKey: targetKey(target) } as const;
    expect((await flow.asked(() => worker.run(job)))[0]).toBe('readHead');
    expect(hub.checkRuns.map(run => run.headSha)).toEqual([head]);
  });

  it('ends where the branch is gone', async () => {
    const job = await flow.accept(MAIN, flow.hub.commit('main', FILES));
    flow.clock.advance(HEAD_FRESH_MS + 1);
    flow.hub.deleteBranch('main');
    expect(await flow.asked(() => flow.worker.run(job))).toEqual(['readHead']);
    expect(await isFinished()).toBe(true);
  });

  it('ends where the pull request was closed', async () => {
    await flow.push('main', FILES);
    const head = flow.hub.commit('topic', { 'README.md': '# Topic\n' });
    const number = flow.hub.openPullRequest('topic');
    const job = await flow.accept({ kind: 'pull-request', number }, head);
    flow.clock.advance(HEAD_FRESH_MS + 1);
    flow.hub.closePullRequest(number);
    expect(await flow.asked(() => flow.worker.run(job))).toEqual(['readHead']);
  });
});

describe('a head that moves on while a long review runs', () => {
  /** The review of `main` takes longer than a head stays fresh; `happens` meanwhile. */
  async function slowReview(happens: () => Promise<void> | void) {
    const old = flow.hub.commit('main', FILES);
    const job = await flow.accept(MAIN, old);
    flow.hub.beforeNext('readBlob', async () => {
      flow.clock.advance(HEAD_FRESH_MS + 1);
      await happens();
    });
    await flow.worker.run(job);
    return old;
  }

  it('is published where it did not', async () => {
    const head = await slowReview(() => {});
    expect(flow.hub.checkRuns.map(run => run.headSha)).toEqual([head]);
  });

  it('is left to the job of the newer head', async () => {
    await slowReview(async () => {
      await flow.accept(MAIN, flow.hub.commit('main', { 'README.md': '# Later\n' }));
    });
    expect(flow.hub.checkRuns).toEqual([]);
    expect(await isFinished()).toBe(false);
  });

  it('is followed where no delivery told of the newer one', async () => {
    let newer = '';
    await slowReview(() => {
      newer = flow.hub.commit('main', { 'README.md': '# Later\n' });
    });
    expect(flow.hub.checkRuns.map(run => run.headSha)).toEqual([newer]);
    expect(await isFinished()).toBe(true);
  });

  it('is not published where the branch went away', async () => {
    await slowReview(() => flow.hub.deleteBranch('main'));
    expect(flow.hub.checkRuns).toEqual([]);
    expect(await isFinished()).toBe(true);
  });
});
