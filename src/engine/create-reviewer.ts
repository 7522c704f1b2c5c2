import { availableParallelism } from 'node:os';
import type { Observer, Reviewer } from '../ports.ts';
import { readBuiltinYardstick } from './builtin-yardstick.ts';
import { ReviewPool } from './review-pool.ts';

/** With one thread nobody's README could go past one that takes long; it starts when it is needed. */
const FEWEST_THREADS = 2;

/**
 * A reviewer with the rubrics that ship. `threads` are the most that work at the same time, by default one a core and
 * at least two.
 * @throws ShowworkError RUBRIC_INVALID
 */
export function createReviewer({
  threads = Math.max(FEWEST_THREADS, availableParallelism()),
  observer,
}: {
  threads?: number;
  observer?: Observer;
} = {}): Reviewer {
  return new ReviewPool(readBuiltinYardstick(), { threads, ...(observer && { observer }) });
}
