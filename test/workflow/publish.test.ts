import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ShowworkError } from '../../src/errors.ts';
import { SUMMARY_BYTES } from '../../src/github/check-run-limits.ts';
import { INTENT_MS } from '../../src/workflow/publishing/under-way.ts';
import { failureOf, MAIN, startWorkflow, type Workflow } from './start-workflow.ts';

const FILES = { 'README.md': '# Churn\n' };
const OUTAGE = new ShowworkError('GITHUB_UNAVAILABLE', 'no answer');
let flow: Workflow;

beforeEach(async () => {
  flow = await startWorkflow();
});
afterEach(() => flow.close());

/** A first push whose check run fails to be created; `carriedOut`: GitHub made it, and the answer was lost. */
async function interrupted(carriedOut: boolean) {
  const head = flow.hub.commit('main', FILES);
  const job = await flow.accept(MAIN, head);
  flow.hub.failNext('createCheckRun', OUTAGE, { carriedOut });
  expect(await failureOf(flow.worker.run(job))).toBe(OUTAGE);
  return { head, job };
}

describe('a check run whose creation was interrupted', () => {
  it('is left alone while the attempt may still be under way', async () => {
    const { job } = await interrupted(false);
    const intended = +flow.clock.now();
    flow.clock.advance(INTENT_MS - 1_000);
    const asked = await flow.asked(async () => {
      expect(await flow.worker.run(job)).toEqual(new Date(intended + INTENT_MS));
    });
    expect(asked).toEqual(['readTree']);
  });

  it('takes no slot of the writes while it is left alone', async () => {
    const { job } = await interrupted(false);
    const { installationId } = flow.hub.repository;
    let slots = 0;
    const counting = flow.anotherWorker({
      limiter: {
        ...flow.store.limiter,
        async take(id) {
          slots += 1;
          return flow.store.limiter.take(id);
        },
      },
    });
    expect(await counting.run(job)).toBeInstanceOf(Date);
    expect(slots).toBe(0);
    expect(await flow.store.limiter.take(installationId)).toBeNull();
  });

  it('is looked for and found where GitHub made it', async () => {
    const { head, job } = await interrupted(true);
    flow.clock.advance(INTENT_MS);
    expect(await flow.asked(() => flow.worker.run(job))).toEqual(['readTree', 'findCheckRun']);
    expect(flow.hub.checkRunsOn(head)).toHaveLength(1);
    const publication = await flow.store.publications.find(flow.hub.repository.repositoryId, head);
    expect(publication?.checkRunId).toBe(flow.hub.checkRuns[0]?.id);
  });

  it('is looked for and created where GitHub did not', async () => {
    const { head, job } = await interrupted(false);
    flow.clock.advance(INTENT_MS);
    expect(await flow.asked(() => flow.worker.run(job))).toEqual([
      'readTree',
      'findCheckRun',
      'createCheckRun',
    ]);
    expect(flow.hub.checkRunsOn(head)).toHaveLength(1);
  });

  it('is created by one of two processes that found it at the same moment', async () => {
    const { head, job } = await interrupted(false);
    flow.clock.advance(INTENT_MS);
    const { limiter } = flow.store;
    // The other process does all its work between this one's look at the row and its claim.
    const slow = flow.anotherWorker({
      limiter: {
        ...limiter,
        async take(installationId) {
          expect(await flow.worker.run(job)).toBeNull();
          return limiter.take(installationId);
        },
      },
    });
    expect(await slow.run(job)).toEqual(new Date(+flow.clock.now() + 2_000));
    expect(flow.hub.checkRunsOn(head)).toHaveLength(1);
  });

  it('is not taken for an older run of the same commit', async () => {
    const head = await flow.push('main', FILES);
    flow.reviewer.identity = 'engine 2';
    const job = await flow.accept(MAIN, head);
    flow.hub.failNext('createCheckRun', OUTAGE);
    await failureOf(flow.worker.run(job));
    // A claim is dated after the intent it replaces, even in the same millisecond.
    flow.clock.advance(INTENT_MS + 1);
    await flow.worker.run(job);
    expect(flow.hub.checkRunsOn(head)).toHaveLength(2);
    expect(flow.hub.checkRunsOn(head)[1]?.summary).toContain('engine 2');
  });
});

describe('however often it is interrupted', () => {
  const Interruption = fc.record({
    call: fc.constantFrom('createCheckRun', 'findCheckRun', 'readTree'),
    carriedOut: fc.boolean(),
  });

  it('a commit ends with one run, also with two processes at work', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Interruption, { maxLength: 5 }), fc.boolean(), async (plan, together) => {
        const own = await startWorkflow();
        const head = own.hub.commit('main', FILES);
        const job = await own.accept(MAIN, head);
        const other = own.anotherWorker();
        for (const { call, carriedOut } of plan) own.hub.failNext(call, OUTAGE, { carriedOut });
        for (let round = 0; round <= 2 * plan.length + 1; round += 1) {
          const runs = together ? [own.worker.run(job), other.run(job)] : [own.worker.run(job)];
          await Promise.allSettled(runs);
          own.clock.advance(INTENT_MS + 1);
        }
        expect(own.hub.checkRunsOn(head)).toHaveLength(1);
        await own.close();
      }),
      { numRuns: 40 },
    );
  });
});

describe('a write', () => {
  it('waits for its slot: the job comes back, and has written nothing', async () => {
    const { limiter, publications } = flow.store;
    const { installationId, repositoryId } = flow.hub.repository;
    while ((await limiter.take(installationId)) === null);
    const head = flow.hub.commit('main', FILES);
    const job = await flow.accept(MAIN, head);
    const later = await flow.worker.run(job);
    expect(+(later ?? 0)).toBeGreaterThan(+flow.clock.now());
    expect(flow.hub.checkRuns).toEqual([]);
    expect(await publications.find(repositoryId, head)).toBeNull();

    flow.clock.advance(+(later ?? 0) - +flow.clock.now());
    expect(await flow.asked(() => flow.worker.run(job))).toEqual(['readTree', 'createCheckRun']);
  });

  it('takes no slot where nothing is sent', async () => {
    const head = await flow.push('main', FILES);
    const { limiter } = flow.store;
    while ((await limiter.take(flow.hub.repository.installationId)) === null);
    expect(await flow.worker.run(await flow.accept(MAIN, head))).toBeNull();
  });
});

describe('what is sent', () => {
  it('stays within the limits of GitHub for a README of many long lines', async () => {
    await flow.push('main', { 'README.md': `# Churn\n${'word '.repeat(100_000)}` });
    expect(Buffer.byteLength(flow.hub.checkRuns[0]?.summary ?? '')).toBeLessThanOrEqual(SUMMARY_BYTES);
  });
});
