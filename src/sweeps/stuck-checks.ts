/**
 * A check run that needs more than one request stays in progress where the process ended in between and its job is gone
 * (given up, or lost with a restored database). The commit is asked for once more: that finds the run, and concludes it.
 */
import type { OpenIntent } from '../ports.ts';
import type { Sweep } from './sweep.ts';

export const STUCK_CHECKS_EVERY_MS = 5 * 60_000;
/** An intent that is older was not answered; a job that is on it claims it anew each time it tries. */
export const STUCK_AFTER_MS = 15 * 60_000;
/** One that was asked for and stayed open for so long is of a commit that is gone; it keeps no others waiting. */
export const STUCK_AT_MOST_MS = 3 * 24 * 3_600_000;
/** Of one round; the rest is for later ones. */
export const CHECKS_PER_ROUND = 500;

export const stuckChecks: Sweep = {
  name: 'stuck-checks',
  everyMs: STUCK_CHECKS_EVERY_MS,
  async run({ intents, store, clock, logger }, signal) {
    let asked = 0;
    const ago = (milliseconds: number) => new Date(+clock.now() - milliseconds);
    const open = await intents.list(ago(STUCK_AT_MOST_MS), ago(STUCK_AFTER_MS), CHECKS_PER_ROUND);
    for (const intent of open) {
      if (signal.aborted) break;
      const { repository, headSha } = intent;
      const result = await store.accept({
        id: idOf(intent),
        event: 'stuck-check',
        action: null,
        hints: [],
        instructions: [{ kind: 're-review', repository, headSha }],
      });
      if (result === 'duplicate') continue;
      asked += 1;
      logger.info({ repositoryId: repository.repositoryId, headSha }, 'a check run was stuck');
    }
    return asked;
  },
};

/** The same until somebody takes the commit up: it is asked for once. */
function idOf({ repository, headSha, intendedAt }: OpenIntent): string {
  return `stuck-check/${repository.repositoryId}/${headSha}/${+intendedAt}`;
}
