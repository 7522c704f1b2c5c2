import { afterEach, describe, expect, test } from '@jest/globals';
import { createReviewer } from '../../src/engine/create-reviewer.ts';
import { explainCriterion } from '../../src/engine/explain-criterion.ts';
import { ReviewPool } from '../../src/engine/review-pool.ts';
import type { Observer, Reviewer } from '../../src/ports.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { createCollectingObserver } from '../helpers/collecting-observer.ts';
import { baseRubric } from '../review/base-rubric.ts';
import { requestFor, TIDES } from './requests.ts';

const YARDSTICK = { rubrics: { base: baseRubric(), types: [] }, engineVersion: '9.9.9' };
const FAILING_WORKER = new URL('./failing-worker.ts', import.meta.url);
const MISSING_WORKER = new URL('./no-such-worker.ts', import.meta.url);

let reviewer: Reviewer | undefined;
afterEach(async () => {
  await reviewer?.close();
  reviewer = undefined;
});

function failingPool(
  timeLimitMs: number,
  more: { observer?: Observer; threads?: number; heapLimitMb?: number } = {},
): Reviewer {
  reviewer = new ReviewPool(YARDSTICK, { threads: 1, timeLimitMs, workerFile: FAILING_WORKER, ...more });
  return reviewer;
}

const about = (path: string) => requestFor('', { path });

describe('the reviewer that ships', () => {
  test('gives the same bytes for the same request, on one thread or on several at once', async () => {
    reviewer = createReviewer({ threads: 2 });
    const same = Array.from({ length: 4 }, () => reviewer?.review(requestFor(TIDES)));
    const reports = await Promise.all(same);
    const [first, ...others] = reports.map(report => JSON.stringify(report));
    for (const other of others) expect(other).toBe(first);
    expect(reports[0]?.readme).toEqual({ path: 'README.md', sha: '5'.repeat(40), language: 'en' });
  });

  test('names engine, model and rubrics', async () => {
    reviewer = new ReviewPool(YARDSTICK, { threads: 1 });
    expect(reviewer.identity).toBe(`engine 9.9.9, model none, rubrics base ${YARDSTICK.rubrics.base.digest}`);
  });
});

describe('what else is asked', () => {
  test('the project types are those of the base rubric', () => {
    reviewer = new ReviewPool(YARDSTICK, { threads: 1 });
    expect(reviewer.projectTypes).toContainEqual({ id: 'llm-application', title: 'LLM application' });
    expect(reviewer.projectTypes).toHaveLength(YARDSTICK.rubrics.base.projectTypes.length);
  });

  test('a criterion is explained in the same threads, as it is outside of them', async () => {
    reviewer = new ReviewPool(YARDSTICK, { threads: 1 });
    const explanation = await reviewer.explain(requestFor(TIDES), 'failures');
    expect(explanation).toEqual(explainCriterion(requestFor(TIDES), YARDSTICK, 'failures'));
    expect(explanation).not.toBeNull();
    expect(await reviewer.explain(requestFor(TIDES), 'weather')).toBeNull();
  });

  test('settings are read in the same threads, as they are outside of them', async () => {
    reviewer = new ReviewPool(YARDSTICK, { threads: 1 });
    const request = {
      organisation: null,
      repository: { fileName: '.github/showwork.yml', text: 'enforce: true\n' },
    };
    expect(await reviewer.readSettings(request)).toEqual(readSettings(request, YARDSTICK.rubrics));
  });
});

describe('comments', () => {
  test('are read in the same threads', async () => {
    reviewer = new ReviewPool(YARDSTICK, { threads: 1 });
    expect(await reviewer.readComment('Thanks!\n/review')).toEqual({
      command: { kind: 'review' },
      line: 2,
      others: 0,
    });
    expect(await reviewer.readComment('`/review`')).toBeNull();
  });

  test('are held to the time limit too', async () => {
    const pool = failingPool(50);
    await expect(pool.readComment('hangs')).rejects.toMatchObject({ code: 'REVIEW_TIMED_OUT' });
    await expect(pool.readComment('fine')).resolves.toBe('fine');
  });
});

describe('what may take long', () => {
  const LONG = '- a\n'.repeat(10_000);
  const hanging = (content: string) => requestFor(content, { path: 'hangs.md' });

  test.each([
    ['by its size', hanging('tide '.repeat(10_000))],
    ['by its markup', hanging('- a\n'.repeat(2_000))],
    [
      'by its manifests',
      { ...hanging(''), manifests: [{ path: 'package.json', bytes: Buffer.alloc(40_000) }] },
    ],
  ])('%s never has all of the threads: others go past it', async (_how, long) => {
    const pool = failingPool(60_000, { threads: 2 });
    const stuck = Array.from({ length: 4 }, () => expect(pool.review(long)).rejects.toThrow());
    await expect(pool.review(about('fine.md'))).resolves.toBe('fine.md');
    await expect(pool.readComment('fine')).resolves.toBe('fine');
    await pool.close();
    await Promise.all(stuck);
  });

  test('is answered in its turn, also after one that was stopped', async () => {
    const pool = failingPool(50, { threads: 2 });
    const [stuck, next] = [pool.review(hanging(LONG)), pool.review(requestFor(LONG, { path: 'fine.md' }))];
    await expect(stuck).rejects.toMatchObject({ code: 'REVIEW_TIMED_OUT' });
    await expect(next).resolves.toBe('fine.md');
    await expect(pool.readComment(LONG)).resolves.toBe(LONG);
  });

  test('is answered where there is one thread', async () => {
    const pool = failingPool(5_000);
    await expect(pool.review(requestFor(LONG, { path: 'fine.md' }))).resolves.toBe('fine.md');
  });
});

describe('when a review goes wrong', () => {
  test('the time limit stops the thread, and the next review is answered', async () => {
    const pool = failingPool(50);
    await expect(pool.review(about('hangs.md'))).rejects.toMatchObject({ code: 'REVIEW_TIMED_OUT' });
    await expect(pool.review(about('fine.md'))).resolves.toBe('fine.md');
  });

  test('time spent waiting for a thread does not count', async () => {
    const pool = failingPool(50);
    const [stuck, waiting] = [pool.review(about('hangs.md')), pool.review(about('fine.md'))];
    await expect(stuck).rejects.toMatchObject({ code: 'REVIEW_TIMED_OUT' });
    await expect(waiting).resolves.toBe('fine.md');
  });

  test('an exception fails that review alone and says what was thrown', async () => {
    const pool = failingPool(5_000);
    const [broken, fine] = [pool.review(about('throws.md')), pool.review(about('fine.md'))];
    await expect(broken).rejects.toThrow('REVIEW_CRASHED: a signal went wrong');
    await expect(fine).resolves.toBe('fine.md');
  });

  test('a thread that dies is replaced', async () => {
    const pool = failingPool(5_000);
    await expect(pool.review(about('exits.md'))).rejects.toMatchObject({ code: 'REVIEW_CRASHED' });
    await expect(pool.review(about('fine.md'))).resolves.toBe('fine.md');
  });

  test('a thread that takes more memory than it may is stopped, and the next review is answered', async () => {
    const pool = failingPool(60_000, { heapLimitMb: 48 });
    await expect(pool.review(about('grows.md'))).rejects.toMatchObject({ code: 'REVIEW_CRASHED' });
    await expect(pool.review(about('fine.md'))).resolves.toBe('fine.md');
  });

  test('threads that cannot start fail every review instead of leaving it open', async () => {
    reviewer = new ReviewPool(YARDSTICK, { threads: 1, workerFile: MISSING_WORKER });
    const reviews = ['one.md', 'two.md', 'three.md'].map(path => reviewer?.review(about(path)));
    for (const review of reviews) await expect(review).rejects.toMatchObject({ code: 'REVIEW_CRASHED' });
  });

  test('closing the pool fails what is open', async () => {
    const pool = failingPool(5_000);
    const stuck = expect(pool.review(about('hangs.md'))).rejects.toMatchObject({ code: 'REVIEW_CRASHED' });
    await pool.close();
    await stuck;
  });
});

describe('the observer', () => {
  test('is told of each review: how long it took, and its verdicts', async () => {
    const observer = createCollectingObserver();
    reviewer = new ReviewPool(YARDSTICK, { threads: 1, observer });
    const report = await reviewer.review(requestFor(TIDES));
    await reviewer.readComment('/review');
    expect(observer.reviews).toEqual([{ seconds: expect.any(Number), verdicts: report.criteria }]);
    expect(observer.reviews[0]?.seconds).toBeGreaterThan(0);
  });

  test('is told of threads that were stopped and that failed, and not of those that are closed', async () => {
    const observer = createCollectingObserver();
    const pool = failingPool(50, { observer });
    await expect(pool.review(about('hangs.md'))).rejects.toThrow();
    await expect(pool.review(about('throws.md'))).rejects.toThrow();
    expect(observer.threads).toEqual(['timed-out', 'crashed']);
    const open = expect(pool.review(about('hangs.md'))).rejects.toThrow();
    await pool.close();
    await open;
    expect(observer.threads).toHaveLength(2);
  });
});
