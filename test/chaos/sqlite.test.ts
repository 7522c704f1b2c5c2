import { expect, jest, test } from '@jest/globals';
import { problemsIn } from './invariants/all-invariants.ts';
import { run } from './run.ts';
import { SHORT_SEEDS, SHORT_SQLITE } from './shape.ts';

/** A dozen processes, one after the other, on a busy machine. */
jest.setTimeout(600_000);

test('on the embedded database nothing is lost, whatever breaks', async () => {
  const { history, violations } = await run({ seed: SHORT_SEEDS.sqlite, shape: SHORT_SQLITE });
  expect(problemsIn(history)).toEqual([]);
  expect(violations).toEqual([]);
  // There was something to hold.
  expect(history.targets.filter(({ reachable, announced }) => reachable && announced)).not.toEqual([]);
});
