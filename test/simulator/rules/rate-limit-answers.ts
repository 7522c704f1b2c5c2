import type { Answer } from '../answer.ts';

const PRIMARY = 'API rate limit exceeded for installation.';
const SECONDARY = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';

/** How the refusal looks: 403, or 200 with `errors`, in which GraphQL says it (graphql/overview/rate-limits-…). */
export interface RateLimitStyle {
  readonly asErrors: boolean;
}

/**
 * `reset` in seconds since 1970.
 * Shape: docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api, "Exceeding the rate limit"
 */
export function primaryLimitAnswer(reset: number, style: RateLimitStyle): Answer {
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) };
  return refusal(PRIMARY, headers, style);
}

/** `seconds` until calls are welcome again. Source: as above. */
export function secondaryLimitAnswer(seconds: number, style: RateLimitStyle): Answer {
  return refusal(SECONDARY, { 'retry-after': String(seconds) }, style);
}

function refusal(message: string, headers: Record<string, string>, { asErrors }: RateLimitStyle): Answer {
  if (asErrors) return { status: 200, body: { errors: [{ type: 'RATE_LIMITED', message }] }, headers };
  return { status: 403, body: { message }, headers };
}
