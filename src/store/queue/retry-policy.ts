/** When a failed job is tried again, and when it is given up. Pure: times come in. */
import type { ErrorCode, ShowworkError } from '../../errors.ts';

/** With the delays below about two and a half hours, which outlasts most of GitHub's incidents. */
export const MAX_ATTEMPTS = 12;

/** Where many attempts would only keep the learner waiting: our own faults rarely mend themselves. */
const FEWER_ATTEMPTS: Partial<Readonly<Record<ErrorCode, number>>> = {
  REVIEW_TIMED_OUT: 2,
  REVIEW_CRASHED: 2,
  INTERNAL: 4,
};

const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 3_600_000;

export interface Retry {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** True where GitHub named the time: nothing may bring it forward. */
  readonly held: boolean;
}

/**
 * The next attempt after `attempts` started ones, or null where the job is to be given up. `retryAt` of the error is
 * honoured; without one the delay doubles from five seconds to an hour. `now`: milliseconds since 1970.
 */
export function nextAttempt(error: ShowworkError, attempts: number, now: number): Retry | null {
  if (!error.retryable) return null;
  if (attempts >= (FEWER_ATTEMPTS[error.code] ?? MAX_ATTEMPTS)) return null;
  const retryAt = error.retryAt?.getTime() ?? 0;
  if (retryAt > now) return { at: retryAt, held: true };
  return { at: now + Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), LONGEST_DELAY_MS), held: false };
}
