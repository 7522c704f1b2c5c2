import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ERRORS, type ErrorCode, ShowworkError } from '../../src/errors.ts';
import { SPREADING_MS } from '../../src/workflow/new-commit.ts';
import { INTENT_MS } from '../../src/workflow/publishing/under-way.ts';
import { failureOf, MAIN, startWorkflow, type Workflow } from './start-workflow.ts';

const FILES = { 'README.md': '# Churn\n' };
const CODES: readonly ErrorCode[] = [
  'GITHUB_UNAVAILABLE',
  'GITHUB_UNAUTHORIZED',
  'GITHUB_FORBIDDEN',
  'GITHUB_UNREADABLE',
];
let flow: Workflow;

beforeEach(async () => {
  flow = await startWorkflow();
});
afterEach(() => flow.close());

const openJob = async () => flow.accept(MAIN, flow.hub.commit('main', FILES));
const warnings = () => flow.logger.lines.filter(line => line.level === 'warn');

describe('a failure of GitHub', () => {
  it.each(CODES)('%s while reading fails the job at once', async code => {
    const job = await openJob();
    flow.hub.failNext('readTree', new ShowworkError(code, 'planned'));
    const asked = await flow.asked(async () => {
      expect((await failureOf(flow.worker.run(job))).code).toBe(code);
    });
    expect(asked).toEqual(['readTree']);
  });

  it.each(CODES)('%s while posting fails the job at once', async code => {
    const job = await openJob();
    flow.hub.failNext('createCheckRun', new ShowworkError(code, 'planned'));
    const asked = await flow.asked(async () => {
      expect((await failureOf(flow.worker.run(job))).code).toBe(code);
    });
    expect(asked).toEqual(['readTree', 'readBlob', 'createCheckRun']);
  });

  it('while reading is made good by the next attempt', async () => {
    const job = await openJob();
    flow.hub.failNext('readBlob', new ShowworkError('GITHUB_UNAVAILABLE', 'planned'));
    await failureOf(flow.worker.run(job));
    expect(await flow.worker.run(job)).toBeNull();
    expect(flow.hub.checkRuns).toHaveLength(1);
  });
});

describe('a commit that GitHub does not know', () => {
  const gone = new ShowworkError('GITHUB_GONE', 'HTTP 404');
  const rejected = new ShowworkError('GITHUB_REJECTED', 'HTTP 422');

  it('is read again where its webhook came just now', async () => {
    const job = await openJob();
    flow.hub.failNext('readTree', gone);
    expect(await failureOf(flow.worker.run(job))).toMatchObject({ code: 'GITHUB_UNAVAILABLE', cause: gone });
    expect(await flow.worker.run(job)).toBeNull();
    expect(flow.hub.checkRuns).toHaveLength(1);
  });

  it('gets its check run later where its webhook came just now', async () => {
    const job = await openJob();
    flow.hub.failNext('createCheckRun', rejected);
    expect((await failureOf(flow.worker.run(job))).retryable).toBe(true);
    flow.clock.advance(INTENT_MS);
    expect(await flow.worker.run(job)).toBeNull();
    expect(flow.hub.checkRuns).toHaveLength(1);
  });

  it.each([
    ['readTree', gone],
    ['createCheckRun', rejected],
  ] as const)('fails for good a minute later (%s)', async (call, error) => {
    const job = await openJob();
    flow.clock.advance(SPREADING_MS);
    flow.hub.failNext(call, error);
    expect((await failureOf(flow.worker.run(job))).code).toBe('GITHUB_UNAVAILABLE');
    flow.clock.advance(INTENT_MS + 1);
    flow.hub.failNext(call, error);
    expect(await failureOf(flow.worker.run(job))).toBe(error);
  });
});

describe('a rate limit', () => {
  it("pauses the installation until GitHub's time, for reads too", async () => {
    const job = await openJob();
    const retryAt = new Date(+flow.clock.now() + 600_000);
    flow.hub.failNext('readTree', new ShowworkError('GITHUB_RATE_LIMITED', 'planned', { retryAt }));
    expect(await flow.worker.run(job)).toEqual(retryAt);
    const other = await flow.accept({ kind: 'branch', branch: 'topic' }, 'b'.repeat(40));
    const asked = await flow.asked(async () => {
      expect(await flow.worker.run(other)).toEqual(retryAt);
    });
    expect(asked).toEqual([]);
    flow.clock.advance(600_000);
    expect(await flow.worker.run(job)).toBeNull();
    expect(flow.hub.checkRuns).toHaveLength(1);
  });

  it('without a time pauses it for a minute', async () => {
    const job = await openJob();
    flow.hub.failNext('createCheckRun', new ShowworkError('GITHUB_RATE_LIMITED', 'planned'));
    expect(await flow.worker.run(job)).toEqual(new Date(+flow.clock.now() + 60_000));
    expect(warnings()).toMatchObject([{ fields: { installationId: 3 } }]);
  });
});

describe('a failure of ours', () => {
  it('keeps its code where it has one', async () => {
    const job = await openJob();
    flow.reviewer.failNext(new ShowworkError('REVIEW_TIMED_OUT', 'planned'));
    expect((await failureOf(flow.worker.run(job))).code).toBe('REVIEW_TIMED_OUT');
  });

  it('of any other kind becomes INTERNAL', async () => {
    const job = await openJob();
    flow.hub.beforeNext('readTree', () => {
      throw new TypeError('x is not a function');
    });
    expect(await failureOf(flow.worker.run(job))).toMatchObject({ code: 'INTERNAL', name: 'ShowworkError' });
  });
});

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
