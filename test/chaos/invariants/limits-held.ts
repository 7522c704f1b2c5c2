import { DEFAULT_LIMITS } from '../../../src/store/queue/queue.ts';
import { WRITES_PER_HOUR, WRITES_PER_MINUTE } from '../../../src/store/write-allowance.ts';
import type { History, Invariant } from '../history.ts';

const MINUTE_MS = 60_000;

/** No installation has more jobs running, in all processes together, than it may. */
export const capsHeld: Invariant = ({ running }) =>
  running
    .filter(({ jobs }) => jobs > DEFAULT_LIMITS.perInstallation)
    .map(({ installationId, jobs }) => `installation ${installationId}: ${jobs} jobs at a time`);

/** No installation is written to more often than GitHub allows, in any minute and in any hour. */
export const writeLimitsHeld: Invariant = history => {
  const installations = new Set(history.requests.map(({ installationId }) => installationId));
  return [...installations].flatMap(installationId => {
    if (installationId === null) return [];
    const times = writesOf(history, installationId);
    return [
      ...overLimit(times, MINUTE_MS, WRITES_PER_MINUTE),
      ...overLimit(times, 60 * MINUTE_MS, WRITES_PER_HOUR),
    ].map(problem => `installation ${installationId}: ${problem}`);
  });
};

/** When they arrived, in milliseconds, in order. Reactions are none that GitHub counts as content. */
function writesOf({ requests }: History, installationId: number): readonly number[] {
  return requests
    .filter(each => each.isWrite && each.installationId === installationId)
    .map(({ arrivedAt }) => arrivedAt)
    .sort((a, b) => a - b);
}

/** One sentence at most: the first window that is too full. */
function overLimit(times: readonly number[], windowMs: number, most: number): readonly string[] {
  const first = times.findIndex((time, index) => {
    const next = times[index + most];
    return next !== undefined && next - time < windowMs;
  });
  return first === -1 ? [] : [`more than ${most} writes in ${windowMs / MINUTE_MS} minutes`];
}
