import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ErrorCode, ShowworkError } from '../../src/errors.ts';
import type { Job } from '../../src/jobs.ts';
import { answersIn, type OpenedPullRequest, openPullRequest, say } from './people.ts';
import { failureOf, startWorkflow, type Workflow } from './start-workflow.ts';

const REFERENCE = 'c0ffee';
let flow: Workflow;
let pull: OpenedPullRequest;

beforeEach(async () => {
  flow = await startWorkflow();
  await flow.push('main', { 'README.md': '# Churn\n' });
  pull = await openPullRequest(flow, { 'README.md': '# Churn, again\n' });
});
afterEach(() => flow.close());

const giveUp = (job: Job, code: ErrorCode = 'REVIEW_CRASHED') =>
  flow.worker.giveUp(job, new ShowworkError(code, 'secret detail'), REFERENCE);

describe('a command that is given up', () => {
  it.each([
    '/review help',
    '/review explain failures',
    '/review accept failures because it is a week old',
    '/review config',
  ])('is answered with the reference id, and leaves the check run alone: %s', async text => {
    const { comment, job } = await say(flow, { ...pull, text });
    await giveUp(job);
    expect(answersIn(flow, pull)).toEqual([expect.stringContaining(REFERENCE)]);
    expect(answersIn(flow, pull).join()).not.toContain('secret detail');
    expect(flow.hub.reactionsTo(comment)).toEqual(['confused']);
    expect(flow.hub.checkRunsOn(pull.head)).toEqual([]);
    expect(await flow.asked(() => flow.worker.run(job))).toEqual([]);
  });

  it('is not answered twice where the job got as far as an answer', async () => {
    const { job } = await say(flow, { ...pull, text: '/review help' });
    flow.hub.failNext('createComment', new ShowworkError('GITHUB_UNAVAILABLE', 'lost'), { carriedOut: true });
    await failureOf(flow.worker.run(job));
    await giveUp(job, 'GITHUB_UNAVAILABLE');
    expect(answersIn(flow, pull)).toHaveLength(1);
  });

  it('for a review is told by the check run', async () => {
    const { job } = await say(flow, pull);
    await giveUp(job);
    expect(flow.hub.checkRunsOn(pull.head)).toMatchObject([{ conclusion: 'neutral' }]);
    expect(flow.hub.checkRunsOn(pull.head)[0]?.summary).toContain(REFERENCE);
    expect(answersIn(flow, pull)).toEqual([]);
  });

  it('for a review of a pull request that was closed meanwhile ends without a check run', async () => {
    const { job } = await say(flow, pull);
    flow.hub.closePullRequest(pull.issueNumber);
    await giveUp(job);
    expect(flow.hub.checkRunsOn(pull.head)).toEqual([]);
  });

  it('because the comment itself cannot be read ends without a word', async () => {
    const { job } = await say(flow, pull);
    const crash = new ShowworkError('REVIEW_CRASHED', 'planned');
    flow.reviewer.failNext(crash);
    await failureOf(flow.worker.run(job));
    flow.reviewer.failNext(crash);
    expect(await giveUp(job)).toBeNull();
    expect(await flow.asked(() => flow.worker.run(job))).toEqual([]);
    expect(flow.hub.commentsOn(pull)).toEqual(['/review']);
  });

  it('comes back after a rate limit, wherever that strikes', async () => {
    const retryAt = new Date(+flow.clock.now() + 60_000);
    const { job } = await say(flow, { ...pull, author: 'grace' });
    flow.hub.failNext('readRole', new ShowworkError('GITHUB_RATE_LIMITED', 'planned', { retryAt }));
    expect(await giveUp(job)).toEqual(retryAt);
  });
});
