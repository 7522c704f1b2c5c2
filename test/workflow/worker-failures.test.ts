import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ErrorCode, ShowworkError } from '../../src/errors.ts';
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
