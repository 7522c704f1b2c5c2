import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ShowworkError } from '../../src/errors.ts';
import { INTENT_MS, LOOK_AGAIN_MS } from '../../src/workflow/publishing/under-way.ts';
import { type OpenedPullRequest, openPullRequest, runToEnd, say } from './people.ts';
import { failureOf, startWorkflow, type Workflow } from './start-workflow.ts';

const documented = (...criteria: string[]) => ({
  'README.md': `# Churn\n\nDocumented: ${criteria.join(', ')}\n`,
});
const OUTAGE = new ShowworkError('GITHUB_UNAVAILABLE', 'no answer');
/** What is read to know what a pull request changes. */
const COMPARED = ['readTree', 'readPullRequest', 'compare', 'readTree'];
let flow: Workflow;
let pull: OpenedPullRequest;

beforeEach(async () => {
  flow = await startWorkflow();
  await flow.push('main', documented('problem'));
  pull = await openPullRequest(flow, documented('problem', 'approach'));
});
afterEach(() => flow.close());

const run = async () => flow.worker.run(await pull.job());
const asked = async (work: () => Promise<unknown>) =>
  (await flow.asked(work)).filter(call => /omment/.test(call));
/** The app's own. */
const comments = () => flow.hub.commentsOn(pull).filter(text => text.startsWith('<!-- showwork:review'));

describe('the comment of a pull request', () => {
  beforeEach(run);

  it('is not touched by a push that flips no verdict', async () => {
    await pull.commit({ 'notes.txt': 'x' });
    expect(await asked(run)).toEqual([]);
  });

  it('is edited by a push that flips one', async () => {
    await pull.commit(documented('problem', 'approach', 'outcome'));
    expect(await asked(run)).toEqual(['updateComment']);
    expect(comments()).toHaveLength(1);
  });

  it('stays away where somebody deleted it, whatever flips', async () => {
    flow.hub.deleteComment(1);
    await pull.commit(documented('problem', 'approach', 'outcome'));
    expect(await asked(run)).toEqual(['updateComment']);
    expect(await asked(run)).toEqual([]);
    expect(comments()).toEqual([]);
  });

  it('comes back where it was deleted and somebody asks', async () => {
    flow.hub.deleteComment(1);
    await flow.worker.run((await say(flow, pull)).job);
    expect(comments()).toHaveLength(1);
  });

  it('is not written by a stranger who forges its marker', async () => {
    flow.hub.comment(pull, '<!-- showwork:review pull1 -->\nAll is well.');
    await pull.commit(documented('problem', 'approach', 'outcome'));
    await run();
    expect(flow.hub.commentsOn(pull)[1]).toContain('All is well.');
  });
});

describe('a comment whose creation was interrupted', () => {
  it('is left alone while the attempt may still be under way', async () => {
    const job = await pull.job();
    flow.hub.failNext('createComment', OUTAGE);
    expect(await failureOf(flow.worker.run(job))).toBe(OUTAGE);
    expect(await flow.worker.run(job)).toEqual(new Date(+flow.clock.now() + LOOK_AGAIN_MS));
  });

  it.each([true, false])('stands once in the end (made by GitHub: %s)', async carriedOut => {
    const job = await pull.job();
    flow.hub.failNext('createComment', OUTAGE, { carriedOut });
    await failureOf(flow.worker.run(job));
    flow.clock.advance(INTENT_MS);
    const last = carriedOut ? 'updateComment' : 'createComment';
    expect(await flow.asked(() => flow.worker.run(job))).toEqual([...COMPARED, 'findComment', last]);
    expect(comments()).toHaveLength(1);
  });

  it('is put up by one of two processes', async () => {
    const job = await pull.job();
    const other = flow.anotherWorker();
    let comeBack: Date | null = null;
    flow.hub.beforeNext('createComment', async () => {
      comeBack = await other.run(job);
    });
    await flow.worker.run(job);
    expect(comeBack).toEqual(new Date(+flow.clock.now() + LOOK_AGAIN_MS));
    flow.clock.advance(LOOK_AGAIN_MS);
    expect(await other.run(job)).toBeNull();
    expect(comments()).toHaveLength(1);
  });
});

describe('a conversation that takes no words', () => {
  it('leaves the check run to say it', async () => {
    const job = await pull.job();
    flow.hub.failNext('createComment', new ShowworkError('GITHUB_FORBIDDEN', 'issue is locked'));
    expect(await flow.worker.run(job)).toBeNull();
    expect(flow.hub.checkRunsOn(pull.head)).toHaveLength(1);
  });

  it('is no failure of /review', async () => {
    const { comment, job } = await say(flow, pull);
    flow.hub.failNext('createComment', new ShowworkError('GITHUB_FORBIDDEN', 'issue is locked'));
    expect(await runToEnd(flow, job)).toBe(0);
    expect(flow.hub.reactionsTo(comment)).toEqual(['eyes', 'rocket']);
  });
});
