import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ShowworkError } from '../../src/errors.ts';
import type { CommentInstruction, Job } from '../../src/jobs.ts';
import type { ThreadComment } from '../../src/ports.ts';
import { DECLINED } from '../../src/render/replies/wording.ts';
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

/** Somebody comments in a thread of `ada`'s. Answers the comment and its job. */
async function say(change: Partial<CommentInstruction> = {}) {
  const { repository } = flow.hub;
  const facts = { ...pullRequest, author: 'ada', threadAuthor: 'ada', text: '/review', ...change };
  const { commentId } = flow.hub.comment(facts, facts.text);
  const comment: CommentInstruction = { kind: 'comment', repository, ...facts, commentId };
  await flow.instruct(comment);
  const job: Job = { kind: 'carry-out', instructionId: `${repository.repositoryId}/comment/${commentId}` };
  return { comment, job };
}

const asked = (job: Job) => flow.asked(() => flow.worker.run(job));
const reactions = (comment: ThreadComment) => flow.hub.reactionsTo(comment);

describe('a command', () => {
  it("by the thread's author reviews the pull request's head again", async () => {
    const { comment, job } = await say();
    expect(await asked(job)).toEqual(['react', 'readHead', 'readTree', 'updateCheckRun', 'react']);
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
    expect(await asked(job)).toEqual(['react', 'readRole', 'react', 'createComment']);
    expect(reactions(comment)).toEqual(['eyes', 'confused']);
    expect(flow.hub.commentsOn(comment)).toEqual(['/review', DECLINED['not-allowed']]);
    expect(flow.hub.checkRunsOn(head)).toMatchObject([{ concluded: 1 }]);
    expect(await asked(job)).toEqual([]);
  });

  it('is asked where nobody is known to have opened the thread', async () => {
    const { comment, job } = await say({ author: 'mallory', threadAuthor: null });
    await flow.worker.run(job);
    expect(reactions(comment)).toEqual(['eyes', 'confused']);
  });
});

describe('a command that cannot be carried out', () => {
  it('on a closed pull request is answered in a line', async () => {
    flow.hub.closePullRequest(pullRequest.issueNumber);
    const { comment, job } = await say();
    await flow.worker.run(job);
    expect(flow.hub.commentsOn(comment)).toEqual(['/review', DECLINED['pull-request-closed']]);
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
