import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ShowworkError } from '../../src/errors.ts';
import type { CommentInstruction, Job } from '../../src/jobs.ts';
import type { Thread, ThreadComment } from '../../src/ports.ts';
import { DECLINED } from '../../src/render/replies/wording.ts';
import { DAY_MS } from '../../src/store/command-limits.ts';
import { answersIn, say as sayIn } from './people.ts';
import { startWorkflow, type Workflow } from './start-workflow.ts';

let flow: Workflow;
let head: string;
let pullRequest: { issueNumber: number; isPullRequest: true };

beforeEach(async () => {
  flow = await startWorkflow();
  await flow.push('main', { 'README.md': '# Churn\n' });
  head = await flow.push('topic', { 'README.md': '# Churn\n\nMore.\n' });
  pullRequest = { issueNumber: flow.hub.openPullRequest('topic'), isPullRequest: true };
});
afterEach(() => flow.close());

/** Somebody comments in the pull request's thread, which is `ada`'s. */
const say = (change: Partial<CommentInstruction> = {}) => sayIn(flow, { ...pullRequest, ...change });

const asked = (job: Job) => flow.asked(() => flow.worker.run(job));
const answers = (thread: Thread) => answersIn(flow, thread);
const reactions = (comment: ThreadComment) => flow.hub.reactionsTo(comment);

describe('a command', () => {
  it("by the thread's author reviews the pull request's head again", async () => {
    const { comment, job } = await say();
    expect(await asked(job)).toEqual([
      'react',
      'readPullRequest',
      // The settings as they are now, the head, and what it stands on.
      'readTree',
      'readOwnerFile',
      'readTree',
      'compare',
      'readTree',
      'createComment',
      'updateCheckRun',
      'react',
    ]);
    expect(flow.hub.checkRunsOn(head)).toMatchObject([{ concluded: 2 }]);
    expect(reactions(comment)).toEqual(['eyes', 'rocket']);
  });

  it('on an issue reviews the default branch', async () => {
    const main = await flow.push('main', { 'README.md': '# Churn again\n' });
    const { comment, job } = await say({ issueNumber: flow.hub.openIssue(), isPullRequest: false });
    await flow.worker.run(job);
    expect(flow.hub.checkRunsOn(main)).toMatchObject([{ concluded: 2 }]);
    expect(reactions(comment)).toEqual(['eyes', 'rocket']);
  });

  it('is carried out once', async () => {
    const { job } = await say();
    await flow.worker.run(job);
    expect(await asked(job)).toEqual([]);
  });

  it.each(['`/review`', '> /review'])('that is only talked about leads to no request: %s', async text => {
    const { comment, job } = await say({ text, author: 'mallory' });
    expect(await asked(job)).toEqual([]);
    expect(reactions(comment)).toEqual([]);
  });

  it('whose comment was deleted meanwhile is carried out without reactions', async () => {
    const { job } = await say();
    flow.hub.failNext('react', new ShowworkError('GITHUB_GONE', 'planned'));
    flow.hub.failNext('react', new ShowworkError('GITHUB_GONE', 'planned'));
    await flow.worker.run(job);
    expect(flow.hub.checkRunsOn(head)).toMatchObject([{ concluded: 2 }]);
  });

  it('waits where GitHub limits the installation', async () => {
    const { job } = await say();
    const retryAt = new Date(+flow.clock.now() + 60_000);
    flow.hub.failNext('react', new ShowworkError('GITHUB_RATE_LIMITED', 'planned', { retryAt }));
    expect(await flow.worker.run(job)).toEqual(retryAt);
    expect(await asked(job)).toEqual([]);
  });
});

describe('who may ask', () => {
  it.each(['triage', 'write', 'maintain', 'admin'] as const)("in another's thread: %s", async role => {
    flow.hub.setRole('grace', role);
    const { comment, job } = await say({ author: 'grace' });
    await flow.worker.run(job);
    expect(reactions(comment)).toEqual(['eyes', 'rocket']);
  });

  it.each(['none', 'read'] as const)("not in another's thread: %s", async role => {
    flow.hub.setRole('grace', role);
    const { comment, job } = await say({ author: 'grace' });
    expect(await asked(job)).toEqual(['readRole', 'react', 'createComment']);
    expect(reactions(comment)).toEqual(['confused']);
    expect(answers(comment)).toEqual([DECLINED['not-allowed']]);
    expect(flow.hub.checkRunsOn(head)).toMatchObject([{ concluded: 1 }]);
    expect(await asked(job)).toEqual([]);
  });

  it('is asked where nobody is known to have opened the thread', async () => {
    const { comment, job } = await say({ author: 'mallory', threadAuthor: null });
    await flow.worker.run(job);
    expect(reactions(comment)).toEqual(['confused']);
  });

  it('is told a stranger once a day in a thread; what they say after that is read and not answered', async () => {
    await flow.worker.run((await say({ author: 'mallory' })).job);
    expect(await asked((await say({ author: 'mallory' })).job)).toEqual(['readRole']);
    flow.clock.advance(DAY_MS);
    expect(await asked((await say({ author: 'mallory' })).job)).toContain('createComment');
  });
});

describe('a command that cannot be carried out', () => {
  it('on a closed pull request is answered in a line', async () => {
    flow.hub.closePullRequest(pullRequest.issueNumber);
    const { comment, job } = await say();
    await flow.worker.run(job);
    expect(answers(comment)).toEqual([DECLINED['pull-request-closed']]);
  });

  it('is not declined twice where the answer to the line was lost', async () => {
    const { comment, job } = await say({ author: 'mallory' });
    const lost = new ShowworkError('GITHUB_UNAVAILABLE', 'planned');
    flow.hub.failNext('createComment', lost, { carriedOut: true });
    await expect(flow.worker.run(job)).rejects.toBe(lost);
    await flow.worker.run(job);
    expect(flow.hub.commentsOn(comment)).toHaveLength(2);
  });

  it('and is given up gets a check run that says so and a closing reaction', async () => {
    const { comment, job } = await say();
    await flow.worker.giveUp(job, new ShowworkError('REVIEW_CRASHED', 'planned'), 'c0ffee');
    expect(flow.hub.checkRunsOn(head)[1]?.summary).toContain('c0ffee');
    expect(reactions(comment)).toEqual(['confused']);
    expect(await asked(job)).toEqual([]);
  });

  it.each([
    ['in code', { text: '`/review`' }],
    ['by a stranger', { author: 'mallory' }],
  ])('and is given up leaves nothing behind where nobody waits: %s', async (_, change) => {
    const { comment, job } = await say(change);
    await flow.worker.giveUp(job, new ShowworkError('REVIEW_CRASHED', 'planned'), 'c0ffee');
    expect(flow.hub.checkRunsOn(head)).toHaveLength(1);
    expect(reactions(comment)).toEqual([]);
  });
});
