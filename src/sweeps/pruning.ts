/** Deletes what is kept for no reason any more; how long that is stands in `retention.ts`. */
import { cutoffsAt } from './retention.ts';
import type { Sweep } from './sweep.ts';

const PRUNING_EVERY_MS = 3_600_000;
/** Of each kind in one go: a transaction of some ten milliseconds, between which others write. */
const ROWS_PER_GO = 1_000;

export const pruning: Sweep = {
  name: 'pruning',
  everyMs: PRUNING_EVERY_MS,
  async run({ pruning: store, clock }, signal) {
    let deleted = 0;
    let more = true;
    while (more && !signal.aborted) {
      const gone = await store.prune(cutoffsAt(clock.now()), ROWS_PER_GO);
      deleted += gone.deleted;
      more = gone.more;
    }
    return deleted;
  },
};
