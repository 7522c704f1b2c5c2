import { expect, test } from '@jest/globals';
import { READMES_PER_THREAD, threadsFor } from '../../src/cli/threads-for.ts';

test.each([
  [0, 4, 1],
  [1, 4, 1],
  [READMES_PER_THREAD, 4, 1],
  [READMES_PER_THREAD + 1, 4, 2],
  [100 * READMES_PER_THREAD, 4, 4],
  [100 * READMES_PER_THREAD, 1, 1],
])('%i paths on %i cores are worth %i threads', (paths, cores, threads) => {
  expect(threadsFor(paths, cores)).toBe(threads);
});
