import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ShowworkError } from '../../src/errors.ts';
import { failureOf, MAIN, startWorkflow, type Workflow } from './start-workflow.ts';

const FILES = { 'README.md': '# Churn\n' };
let flow: Workflow;

beforeEach(async () => {
  flow = await startWorkflow();
});
afterEach(() => flow.close());

const reReview = (headSha: string) =>
  flow.instruct({ kind: 're-review', repository: flow.hub.repository, headSha });

describe('a re-review', () => {
  it('with the same bytes concludes the same run again, in two requests', async () => {
    const head = await flow.push('main', FILES);
    const job = await reReview(head);
    expect(await flow.asked(() => flow.worker.run(job))).toEqual(['readTree', 'updateCheckRun']);
    expect(flow.hub.checkRuns).toMatchObject([{ concluded: 2 }]);
  });

  it('with other bytes creates a new run of the same name', async () => {
    const head = await flow.push('main', FILES);
    flow.reviewer.identity = 'engine 2';
    await flow.worker.run(await reReview(head));
    expect(flow.hub.checkRunsOn(head)).toMatchObject([
      { name: 'Showwork', concluded: 1 },
      { name: 'Showwork', concluded: 1 },
    ]);
  });

  it('of a commit never reviewed before reviews it', async () => {
    const head = flow.hub.commit('main', FILES);
    await flow.worker.run(await reReview(head));
    expect(flow.hub.checkRunsOn(head)).toHaveLength(1);
  });

  it('creates a new run where the old one is no longer there', async () => {
    const head = await flow.push('main', FILES);
    flow.hub.failNext('updateCheckRun', new ShowworkError('GITHUB_GONE', 'planned'));
    await flow.worker.run(await reReview(head));
    expect(flow.hub.checkRunsOn(head)).toHaveLength(2);
  });

  it('answers for a commit without README too: somebody asked', async () => {
    const head = await flow.push('main', { 'train.py': '' });
    expect(flow.hub.checkRuns).toEqual([]);
    await flow.worker.run(await reReview(head));
    expect(flow.hub.checkRuns).toHaveLength(1);
  });

  it('is carried out once', async () => {
    const job = await reReview(await flow.push('main', FILES));
    await flow.worker.run(job);
    expect(await flow.asked(() => flow.worker.run(job))).toEqual([]);
  });

  it('that failed stays open', async () => {
    const job = await reReview(await flow.push('main', FILES));
    flow.hub.failNext('updateCheckRun', new ShowworkError('GITHUB_UNAVAILABLE', 'planned'));
    await failureOf(flow.worker.run(job));
    await flow.worker.run(job);
    expect(flow.hub.checkRuns).toMatchObject([{ concluded: 2 }]);
  });

  it('that is given up gets a run that says so, and is closed', async () => {
    const head = await flow.push('main', FILES);
    const job = await reReview(head);
    await flow.worker.giveUp(job, new ShowworkError('REVIEW_CRASHED', 'planned'), 'c0ffee');
    expect(flow.hub.checkRunsOn(head)[1]?.summary).toContain('c0ffee');
    expect(await flow.asked(() => flow.worker.run(job))).toEqual([]);
  });
});

describe('forgetting an installation', () => {
  it('asks GitHub nothing, deletes what is stored and drops what is in memory', async () => {
    const head = await flow.push('main', { ...FILES, 'requirements.txt': 'xgboost' });
    const { installationId, repositoryId } = flow.hub.repository;
    const job = await flow.instruct({ kind: 'forget', installationId, repositoryIds: null });
    expect(await flow.asked(() => flow.worker.run(job))).toEqual([]);
    expect(await flow.store.publications.find(repositoryId, head)).toBeNull();
    expect(await flow.store.store.readInstruction('delivery-2#0')).toBeNull();
  });

  it('is carried out while GitHub limits the installation', async () => {
    const { installationId } = flow.hub.repository;
    await flow.store.limiter.pause(installationId, new Date(+flow.clock.now() + 600_000));
    const job = await flow.instruct({ kind: 'forget', installationId, repositoryIds: [1] });
    expect(await flow.worker.run(job)).toBeNull();
  });

  it('while a review runs leaves no check run behind', async () => {
    const job = await flow.accept(MAIN, flow.hub.commit('main', FILES));
    const { installationId } = flow.hub.repository;
    flow.hub.beforeNext('readBlob', () => flow.store.store.forget(installationId, null));
    expect((await failureOf(flow.worker.run(job))).message).toContain('was removed from this app');
    expect(flow.hub.checkRuns).toEqual([]);
  });
});
