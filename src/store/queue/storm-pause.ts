/** How long a job rests that is asked for faster than it can be done. Pure: no times come in but counts. */

const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 60_000;
/** One push while the last one is still being recorded is somebody who waited for it; several are more than can be reviewed. */
const ASKS_OF_A_STORM = 2;

/** Whether a job was asked for so often while it ran. */
export function isStorm(asks: number): boolean {
  return asks >= ASKS_OF_A_STORM;
}

/**
 * Milliseconds until the next run of a job that met `repeats` storms in a row, the present one included. Somebody who pushes
 * a few times has the first and the last reviewed at once; who goes on like that is a script, and the pause doubles. So a
 * thousand pushes to one branch within half a minute are three reviews: of the first, of one that came meanwhile, and of the last.
 */
export function stormPause(repeats: number): number {
  return repeats < 2 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** (repeats - 2), LONGEST_PAUSE_MS);
}
