/** How an intent that another job may be working on is left alone for a while. */

/** How long an unanswered intent may still be under way elsewhere: longer than a token and a write can take. */
export const INTENT_MS = 30_000;
/** How soon to look again at an intent that another job is working on. */
export const LOOK_AGAIN_MS = 2_000;

/** Null where no other job can still be on it. `now`: milliseconds since 1970. */
export function whenToLookAgain(
  { answered, intendedAt }: { readonly answered: boolean; readonly intendedAt: Date },
  now: number,
): Date | null {
  const free = answered ? 0 : +intendedAt + INTENT_MS;
  if (now >= free) return null;
  // More than that is left where a clock that was ahead made the intent: looks are as much rarer then, for each costs requests.
  const rarer = Math.max(1, (free - now) / INTENT_MS);
  const pause = Math.ceil(LOOK_AGAIN_MS * rarer);
  return new Date(Math.min(now + pause, free));
}
