import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ERRORS, type ErrorCode, ShowworkError } from '../../src/errors.ts';
import { INTENT_MS } from '../../src/workflow/publishing/under-way.ts';
import { failureOf, MAIN, startWorkflow, type Workflow } from './start-workflow.ts';

const FILES = { 'README.md': '# Churn\n' };
let flow: Workflow;

beforeEach(async () => {
  flow = await startWorkflow();
});
afterEach(() => flow.close());

const openJob = async () => flow.accept(MAIN, flow.hub.commit('main', FILES));
const warnings = () => flow.logger.lines.filter(line => line.level === 'warn');

describe('giving up', () => {
  const REFERENCE = 'c0ffee';

  it.each<ErrorCode>([
    'REVIEW_TIMED_OUT',
    'REVIEW_CRASHED',
    'INTERNAL',
    'GITHUB_REJECTED',
    'GITHUB_UNAVAILABLE',
  ])('after %s concludes the check neutral, with the reference id and what it means', async code => {
    const job = await openJob();
    await flow.worker.giveUp(job, new ShowworkError(code, 'secret detail'), REFERENCE);
    const [run] = flow.hub.checkRuns;
    expect(run).toMatchObject({ conclusion: 'neutral', annotations: [] });
    expect(run?.summary).toContain(REFERENCE);
    expect(run?.summary).not.toContain('secret detail');
    expect(run?.summary).toContain(ERRORS[code].learner.split('.')[0]);
  });

  it.each<ErrorCode>(['GITHUB_GONE', 'GITHUB_UNAUTHORIZED'])('after %s asks GitHub nothing', async code => {
    const job = await openJob();
    const giving = () => flow.worker.giveUp(job, new ShowworkError(code, 'planned'), REFERENCE);
    expect(await flow.asked(giving)).toEqual([]);
  });

  it('keeps a review that is already there', async () => {
    const head = await flow.push('main', FILES);
    const job = await flow.accept(MAIN, head);
    await flow.worker.giveUp(job, new ShowworkError('INTERNAL', 'planned'), REFERENCE);
    expect(flow.hub.checkRuns).toHaveLength(1);
  });

  it('is followed by a true review where a later attempt succeeds', async () => {
    const job = await openJob();
    await flow.worker.giveUp(job, new ShowworkError('INTERNAL', 'planned'), REFERENCE);
    await flow.worker.run(job);
    expect(flow.hub.checkRuns).toHaveLength(2);
    expect(flow.hub.checkRuns[1]?.summary).not.toContain(REFERENCE);
  });

  it('fails where the learner can be told later, so that it is tried again', async () => {
    const job = await openJob();
    flow.hub.failNext('createCheckRun', new ShowworkError('GITHUB_UNAVAILABLE', 'planned'));
    const giving = flow.worker.giveUp(job, new ShowworkError('INTERNAL', 'planned'), REFERENCE);
    expect((await failureOf(giving)).code).toBe('GITHUB_UNAVAILABLE');
  });

  it('comes back after a rate limit', async () => {
    const job = await openJob();
    const until = new Date(+flow.clock.now() + 600_000);
    await flow.store.limiter.pause(flow.hub.repository.installationId, until);
    expect(await flow.worker.giveUp(job, new ShowworkError('INTERNAL', 'planned'), REFERENCE)).toEqual(until);
    expect(flow.hub.checkRuns).toEqual([]);
  });

  it('comes back until the refused creation is surely over, and then tells', async () => {
    const job = await openJob();
    const refused = new ShowworkError('GITHUB_REJECTED', 'planned');
    flow.hub.failNext('createCheckRun', refused);
    await failureOf(flow.worker.run(job));
    const started = +flow.clock.now();
    for (;;) {
      const later = await flow.worker.giveUp(job, refused, REFERENCE);
      if (later === null) break;
      flow.clock.advance(+later - +flow.clock.now());
    }
    expect(+flow.clock.now() - started).toBe(INTENT_MS);
    expect(flow.hub.checkRuns).toMatchObject([{ conclusion: 'neutral' }]);
    expect(flow.hub.checkRuns[0]?.summary).toContain(REFERENCE);
  });

  it('ends with a line in the log where the check cannot be written', async () => {
    const job = await openJob();
    flow.hub.failNext('createCheckRun', new ShowworkError('GITHUB_FORBIDDEN', 'planned'));
    await flow.worker.giveUp(job, new ShowworkError('INTERNAL', 'planned'), REFERENCE);
    expect(warnings()).toMatchObject([{ fields: { referenceId: REFERENCE, code: 'GITHUB_FORBIDDEN' } }]);
  });

  it('asks for the head where deliveries disagreed on it, and ends where it is gone', async () => {
    const { store, hub, worker } = flow;
    const target = { repository: hub.repository, ref: MAIN };
    for (const [id, head] of [
      ['a', 'a'.repeat(40)],
      ['b', 'b'.repeat(40)],
    ] as const) {
      const hints = [{ target, head, observedAt: 5 }];
      await store.store.accept({ id, event: 'push', action: null, hints, instructions: [] });
    }
    const job = { kind: 'review-target', targetKey: `${hub.repository.repositoryId}/branch/main` } as const;
    const giving = () => worker.giveUp(job, new ShowworkError('INTERNAL', 'planned'), REFERENCE);
    expect(await flow.asked(giving)).toEqual(['readHead']);
  });
});
