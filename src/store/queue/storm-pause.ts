/** How long a job rests that is asked for faster than it can be done. Pure: no times come in but counts. */

const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Milliseconds until the next run of a job that was asked for while it ran, `repeats` times in a row, this one included.
 * Somebody who pushes twice has both reviewed at once; who goes on like that is a script, and the pause doubles. So a
 * thousand pushes to one branch within half a minute are three reviews: of the first, of one that came meanwhile, and of the last.
 */
export function stormPause(repeats: number): number {
  return repeats < 2 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** (repeats - 2), LONGEST_PAUSE_MS);
}
