/**
 * GitHub does not deliver again by itself what failed (docs: webhooks/using-webhooks/handling-failed-webhook-deliveries).
 * This asks for it, in the way of GitHub's own example: attempts are grouped by event, and an event without an attempt
 * that arrived is asked for once more.
 */
import { ShowworkError } from '../errors.ts';
import type { DeliveryAttempt, FailedDelivery } from '../ports.ts';
import type { Sweep, SweepTools } from './sweep.ts';

const MINUTE_MS = 60_000;
export const REDELIVERY_EVERY_MS = 5 * MINUTE_MS;
/** GitHub delivers nothing again that is older (an Enterprise Server knows seven days). */
export const REDELIVERY_WINDOW_MS = 3 * 24 * 60 * MINUTE_MS;
/** Attempts are not listed strictly by time, and not at once. */
export const LOOK_BACK_MS = 10 * MINUTE_MS;
/** What keeps failing is tried after 5, 10, 20 … minutes and at least so often: about fifteen times in the window. */
export const LONGEST_WAIT_MS = 6 * 60 * MINUTE_MS;
/** Of one round; the rest is for the next. */
export const REDELIVERIES_PER_ROUND = 500;
/** Rows of one transaction. */
const NOTED_AT_ONCE = 500;
/** A bound for what a round keeps in mind, about an hour of fifty deliveries a second. */
const ATTEMPTS_PER_ROUND = 200_000;

export const redelivery: Sweep = {
  name: 'redelivery',
  everyMs: REDELIVERY_EVERY_MS,
  async run(tools, signal) {
    await look(tools, signal);
    return signal.aborted ? 0 : redeliver(tools, signal);
  },
};

/** Reads the attempts since the last look, and notes what did not arrive. */
async function look(
  { app, failedDeliveries, clock, logger }: SweepTools,
  signal: AbortSignal,
): Promise<void> {
  const now = clock.now();
  const oldest = +now - REDELIVERY_WINDOW_MS;
  const lookedUpTo = await failedDeliveries.lookedUpTo();
  const from = lookedUpTo === null ? oldest : Math.max(+lookedUpTo - LOOK_BACK_MS, oldest);
  const arrived = new Set<string>();
  const failed = new Map<string, FailedDelivery>();
  let newest = lookedUpTo ?? new Date(oldest);
  let seen = 0;
  for await (const attempt of app.listDeliveries()) {
    if (signal.aborted) return;
    if (+attempt.attemptedAt < from) break;
    seen += 1;
    if (seen > ATTEMPTS_PER_ROUND) {
      logger.warn({ attempts: seen }, 'more deliveries than one look takes; reconciliation finds the rest');
      break;
    }
    if (attempt.attemptedAt > newest) newest = attempt.attemptedAt;
    noteAttempt(attempt, arrived, failed);
  }
  for (const guid of arrived) failed.delete(guid);
  const noted = [...failed.values()];
  for (let at = 0; at < noted.length; at += NOTED_AT_ONCE) {
    await failedDeliveries.noteFailed(noted.slice(at, at + NOTED_AT_ONCE));
  }
  await failedDeliveries.finishLook(arrived, newest);
}

/** Attempts come newest first: the first failed one of an event is its newest. */
function noteAttempt(
  { guid, id, attemptedAt, arrived: ok }: DeliveryAttempt,
  arrived: Set<string>,
  failed: Map<string, FailedDelivery>,
): void {
  if (ok) arrived.add(guid);
  else if (!failed.has(guid)) failed.set(guid, { guid, attemptId: id, failedAt: attemptedAt });
}

/** Asks for what is due; answers how much that was. */
async function redeliver({ app, failedDeliveries, clock }: SweepTools, signal: AbortSignal): Promise<number> {
  let asked = 0;
  for (const { guid, attemptId, failedAt, tries } of await failedDeliveries.due(REDELIVERIES_PER_ROUND)) {
    if (signal.aborted) break;
    const now = clock.now();
    // One that is given up is kept until it is pruned, so that its last attempt does not count as a new failure.
    const isTooOld = +now - +failedAt > REDELIVERY_WINDOW_MS;
    if (!isTooOld && (await askAgain(app.redeliver, attemptId))) asked += 1;
    const wait = Math.min(REDELIVERY_EVERY_MS * 2 ** tries, LONGEST_WAIT_MS);
    await failedDeliveries.tried(guid, new Date(+now + wait));
  }
  return asked;
}

/** False where GitHub does not deliver it again. */
async function askAgain(
  redeliver: (attemptId: number) => Promise<void>,
  attemptId: number,
): Promise<boolean> {
  try {
    await redeliver(attemptId);
    return true;
  } catch (thrown) {
    if (thrown instanceof ShowworkError && !thrown.retryable) return false;
    throw thrown;
  }
}
