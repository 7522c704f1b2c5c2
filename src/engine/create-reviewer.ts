import { availableParallelism } from 'node:os';
import type { Observer, Reviewer } from '../ports.ts';
import { readBuiltinYardstick } from './builtin-yardstick.ts';
import { ReviewPool } from './review-pool.ts';

/**
 * A reviewer with the rubrics that ship. `threads` are the most that work at the same time, by default one a core.
 * @throws ShowworkError RUBRIC_INVALID
 */
export function createReviewer({
  threads = availableParallelism(),
  observer,
}: {
  threads?: number;
  observer?: Observer;
} = {}): Reviewer {
  return new ReviewPool(readBuiltinYardstick(), { threads, ...(observer && { observer }) });
}
