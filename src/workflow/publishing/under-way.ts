/** How an intent that another job may be working on is left alone for a while. */

/** How long an unanswered intent may still be under way elsewhere: longer than a token and a write can take. */
export const INTENT_MS = 30_000;
/** How soon to look again at an intent that another job is working on. */
export const LOOK_AGAIN_MS = 2_000;
/** Which is so many looks; where a clock that was ahead made the intent there is longer to wait, and as many for each part of it. */
const LOOKS = INTENT_MS / LOOK_AGAIN_MS;

/** Null where no other job can still be on it. `now`: milliseconds since 1970. */
export function whenToLookAgain(
  { answered, intendedAt }: { readonly answered: boolean; readonly intendedAt: Date },
  now: number,
): Date | null {
  const free = answered ? 0 : +intendedAt + INTENT_MS;
  if (now >= free) return null;
  const pause = Math.max(LOOK_AGAIN_MS, Math.ceil((free - now) / LOOKS));
  return new Date(Math.min(now + pause, free));
}
