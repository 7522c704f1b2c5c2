import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ShowworkError } from '../../src/errors.ts';
import { INTENT_MS } from '../../src/workflow/publishing/under-way.ts';
import { type OpenedPullRequest, openPullRequest, runToEnd, say, useUpWrites } from './people.ts';
import { failureOf, startWorkflow, type Workflow } from './start-workflow.ts';

const OUTAGE = new ShowworkError('GITHUB_UNAVAILABLE', 'no answer');
let flow: Workflow;
let pull: OpenedPullRequest;

beforeEach(async () => {
  ({ flow, pull } = await begin());
});
afterEach(() => flow.close());

/** A pull request that has its comment. */
async function begin() {
  const flow = await startWorkflow();
  await flow.push('main', { 'README.md': '# Churn\n\nDocumented: problem\n' });
  const pull = await openPullRequest(flow, { 'README.md': '# Churn\n\nDocumented: problem, approach\n' });
  await flow.worker.run(await pull.job());
  return { flow, pull };
}

const ours = (text: string) => text.startsWith('<!-- showwork:review');
const posted = () => flow.hub.commentsOn(pull).filter(ours);
const folded = () => flow.hub.foldedOn(pull).filter(ours);
const asked = async (work: () => Promise<unknown>) =>
  (await flow.asked(work)).filter(call => /omment/.test(call));

describe('/review', () => {
  it('puts up a fresh comment and folds the one before', async () => {
    const { job } = await say(flow, pull);
    expect(await asked(() => flow.worker.run(job))).toEqual(['createComment', 'minimizeComment']);
    expect(posted()).toHaveLength(2);
    expect(folded()).toEqual(posted().slice(0, 1));
  });

  it('leaves the fresh one for later pushes to edit', async () => {
    await flow.worker.run((await say(flow, pull)).job);
    await pull.commit({ 'README.md': '# Churn\n\nDocumented: problem\n' });
    await flow.worker.run(await pull.job());
    expect(posted()).toHaveLength(2);
    expect(posted()[1]).toContain('changes no verdict');
  });

  it('of which another one is folded in turn', async () => {
    await flow.worker.run((await say(flow, pull)).job);
    await flow.worker.run((await say(flow, pull)).job);
    expect(posted()).toHaveLength(3);
    expect(folded()).toEqual(posted().slice(0, 2));
  });

  it.each([true, false])('interrupted at its comment puts up one (made by GitHub: %s)', async carriedOut => {
    const { job } = await say(flow, pull);
    flow.hub.failNext('createComment', OUTAGE, { carriedOut });
    expect(await failureOf(flow.worker.run(job))).toBe(OUTAGE);
    await runToEnd(flow, job);
    expect(posted()).toHaveLength(2);
    expect(folded()).toEqual(posted().slice(0, 1));
  });

  it('interrupted before it folds goes on there', async () => {
    const { job } = await say(flow, pull);
    flow.hub.failNext('minimizeComment', OUTAGE);
    await failureOf(flow.worker.run(job));
    expect(await asked(() => flow.worker.run(job))).toEqual(['minimizeComment']);
    expect(folded()).toEqual(posted().slice(0, 1));
  });

  it('is answered where the earlier comment cannot be folded', async () => {
    const { comment, job } = await say(flow, pull);
    flow.hub.failNext('minimizeComment', new ShowworkError('GITHUB_FORBIDDEN', 'planned'));
    expect(await flow.worker.run(job)).toBeNull();
    expect(flow.hub.reactionsTo(comment)).toEqual(['eyes', 'rocket']);
  });

  it('folds what an interrupted one left unfolded, before it puts up its own', async () => {
    flow.hub.failNext('minimizeComment', OUTAGE);
    await failureOf(flow.worker.run((await say(flow, pull)).job));
    await flow.worker.run((await say(flow, pull)).job);
    expect(folded()).toEqual(posted().slice(0, 2));
  });

  it('folds what an interrupted one put up and could not record', async () => {
    flow.hub.failNext('createComment', OUTAGE, { carriedOut: true });
    const { job: first } = await say(flow, pull);
    await failureOf(flow.worker.run(first));
    await runToEnd(flow, (await say(flow, pull)).job);
    expect(folded()).toEqual(posted().slice(0, 2));
    await runToEnd(flow, first);
    expect(posted()).toHaveLength(3);
    expect(folded()).toEqual(posted().slice(0, 2));
  });

  it('ends although every write has to wait for its slot, and writes each thing once', async () => {
    const { job } = await say(flow, pull);
    await useUpWrites(flow);
    const calls = await flow.asked(() => runToEnd(flow, job));
    const writes = calls.filter(call => /^(create|update|minimize)/.test(call));
    expect(writes.sort()).toEqual(['createComment', 'minimizeComment', 'updateCheckRun']);
  });
});

describe('however often it is interrupted', () => {
  const Interruption = fc.record({
    call: fc.constantFrom('createComment', 'findComment', 'minimizeComment', 'updateCheckRun', 'readTree'),
    carriedOut: fc.boolean(),
  });

  it('a thread ends with one comment that is not folded, also with two commands and two processes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Interruption, { maxLength: 5 }), async plan => {
        const own = await begin();
        const other = own.flow.anotherWorker();
        const { job } = await say(own.flow, own.pull);
        const { job: second } = await say(own.flow, own.pull);
        for (const { call, carriedOut } of plan) own.flow.hub.failNext(call, OUTAGE, { carriedOut });
        for (let round = 0; round <= plan.length + 3; round += 1) {
          await Promise.allSettled([own.flow.worker.run(job), other.run(second)]);
          own.flow.clock.advance(INTENT_MS + 1);
        }
        const all = own.flow.hub.commentsOn(own.pull).filter(ours);
        const away = own.flow.hub.foldedOn(own.pull).filter(ours);
        expect(all.length - away.length).toBe(1);
        expect(all).toHaveLength(3);
        await own.flow.close();
      }),
      { numRuns: 25 },
    );
  });
});
