/**
 * How many writes an installation may still make, as arithmetic without a clock or a table. Times are milliseconds
 * since 1970.
 *
 * GitHub allows 80 content-creating requests a minute and 500 an hour (docs.github.com/en/rest/using-the-rest-api/
 * rate-limits-for-the-rest-api, "secondary rate limits") and does not say how it places its windows. So each limit is
 * split into a burst and a steady rate that together stay within it in *any* window: 20 at once and one a second are
 * at most 80 in sixty seconds; 100 at once and one each nine seconds are at most 500 in an hour.
 */
import type { Urgency } from '../ports.ts';

export const WRITES_PER_MINUTE = 80;
export const WRITES_PER_HOUR = 500;

interface Rate {
  readonly burst: number;
  readonly everyMs: number;
}

const MINUTE_RATE: Rate = { burst: 20, everyMs: 60_000 / (WRITES_PER_MINUTE - 20) };
const HOUR_RATE: Rate = { burst: 100, everyMs: 3_600_000 / (WRITES_PER_HOUR - 100) };

/**
 * The share of each burst that writes nobody waits for leave untouched, so that somebody who pushes while an account's
 * repositories are introduced is answered at once.
 */
const KEPT_FOR_PEOPLE = 0.5;

export interface WriteAllowance {
  /** When the minute's burst is whole again: each write moves it on by one interval. */
  readonly minuteClearAt: number;
  readonly hourClearAt: number;
  readonly pausedUntil: number;
  /** The latest time that a refused caller was told to come back at. */
  readonly promisedAt: number;
  /** As `promisedAt`, for the background: it waits in a line of its own. */
  readonly backgroundPromisedAt: number;
}

export const FULL_ALLOWANCE: WriteAllowance = {
  minuteClearAt: 0,
  hourClearAt: 0,
  pausedUntil: 0,
  promisedAt: 0,
  backgroundPromisedAt: 0,
};

/**
 * Takes one write. `comeBackAt` is null where it may be made now; else each refused caller gets a time of its own, so
 * that those who wait do not all come back, and ask GitHub, for the same slot.
 */
export function takeWrite(
  allowance: WriteAllowance,
  now: number,
  urgency: Urgency = 'prompt',
): { allowance: WriteAllowance; comeBackAt: number | null } {
  const hourFreeAt = freeAt(HOUR_RATE, allowance.hourClearAt, urgency);
  const minuteFreeAt = freeAt(MINUTE_RATE, allowance.minuteClearAt, urgency);
  const freeFrom = Math.max(minuteFreeAt, hourFreeAt, allowance.pausedUntil);
  if (now >= freeFrom) {
    const minuteClearAt = Math.max(now, allowance.minuteClearAt) + MINUTE_RATE.everyMs;
    const hourClearAt = Math.max(now, allowance.hourClearAt) + HOUR_RATE.everyMs;
    return { allowance: { ...allowance, minuteClearAt, hourClearAt }, comeBackAt: null };
  }
  const spacing = hourFreeAt > now ? HOUR_RATE.everyMs : MINUTE_RATE.everyMs;
  const line = urgency === 'prompt' ? 'promisedAt' : 'backgroundPromisedAt';
  const comeBackAt = Math.max(freeFrom, allowance[line] + spacing);
  return { allowance: { ...allowance, [line]: comeBackAt }, comeBackAt };
}

/** A pause is made longer, never shorter. */
export function pauseWrites(allowance: WriteAllowance, until: number): WriteAllowance {
  return { ...allowance, pausedUntil: Math.max(allowance.pausedUntil, until) };
}

function freeAt({ burst, everyMs }: Rate, clearAt: number, urgency: Urgency): number {
  const usable = urgency === 'prompt' ? burst : burst * (1 - KEPT_FOR_PEOPLE);
  return clearAt - (usable - 1) * everyMs;
}
