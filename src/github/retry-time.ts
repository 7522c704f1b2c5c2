/**
 * When GitHub wants to be asked again, from the headers of a refusal. The order is GitHub's own
 * (docs: rest/using-the-rest-api/best-practices-for-using-the-rest-api, "Handle rate limit errors appropriately").
 */

/** Headers by lower-case name, as Octokit gives them. */
export type Headers = Readonly<Record<string, unknown>>;

/** How long to wait where a limit was hit and no header says until when: "at least one minute" (same page). */
const WAIT_WITHOUT_HEADER_MS = 60_000;
/** Primary limits start anew every hour, so a longer wait is a mistake of somebody's clock or proxy. */
const LONGEST_WAIT_MS = 3_600_000;
const SHORTEST_WAIT_MS = 1_000;

/** True where the refusal carries the headers of a primary or of a secondary rate limit. */
export function hasLimitHeaders(headers: Headers): boolean {
  return isExhausted(headers) || headers['retry-after'] !== undefined;
}

/** When a rate-limited caller may write and read again: one second to one hour from now. */
export function limitEnds(headers: Headers, now: Date): Date {
  return retryAfter(headers, now) ?? primaryReset(headers, now) ?? new Date(+now + WAIT_WITHOUT_HEADER_MS);
}

/** The time of `Retry-After`, given in seconds or as a date; null where there is none. */
export function retryAfter(headers: Headers, now: Date): Date | null {
  const value = headers['retry-after'];
  if (typeof value !== 'string' || value === '') return null;
  const seconds = Number(value);
  return within(Number.isNaN(seconds) ? Date.parse(value) : +now + seconds * 1000, now);
}

function primaryReset(headers: Headers, now: Date): Date | null {
  if (!isExhausted(headers)) return null;
  return within(Number(headers['x-ratelimit-reset'] ?? Number.NaN) * 1000, now);
}

/** `x-ratelimit-reset` comes with every answer; it means something only where nothing remains. */
export function isExhausted(headers: Headers): boolean {
  return headers['x-ratelimit-remaining'] === '0';
}

function within(milliseconds: number, now: Date): Date | null {
  if (Number.isNaN(milliseconds)) return null;
  const wait = Math.min(Math.max(milliseconds - +now, SHORTEST_WAIT_MS), LONGEST_WAIT_MS);
  return new Date(+now + wait);
}
