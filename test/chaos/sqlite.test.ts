import { expect, jest, test } from '@jest/globals';
import { problemsIn } from './invariants/all-invariants.ts';
import { run } from './run.ts';
import { SHORT_SQLITE } from './shape.ts';

/** A dozen processes, one after the other, on a busy machine. */
jest.setTimeout(300_000);

test('on the embedded database nothing is lost, whatever breaks', async () => {
  const { history, violations } = await run({ seed: 1, shape: SHORT_SQLITE });
  expect(problemsIn(history)).toEqual([]);
  expect(violations).toEqual([]);
  // The faults did not keep everything from happening.
  expect(history.runs.length).toBeGreaterThan(10);
});
