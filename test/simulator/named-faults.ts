/** What GitHub, and the way to it, does to callers: one row each, so that a test can say which by name. */
import type { Fault } from './faults.ts';

const refusal = (status: number, message: string, headers: Record<string, string> = {}): Fault => ({
  status,
  body: { message },
  headers,
});

/** A commit or file that GitHub just got may not have spread to all of its servers. */
const NEW_COMMITS = 'git/get-tree';
/** Only GraphQL answers 200 where it refuses. */
const GRAPHQL = 'graphql/minimize-comment';

/**
 * Sources: docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api for the statuses, rate-limits-for-the-
 * rest-api for both limits. A write whose answer is lost may have been carried out: each such fault is there both ways.
 */
export const NAMED_FAULTS = {
  '401 bad credentials': refusal(401, 'Bad credentials'),
  '403 primary limit': { rateLimit: 'primary', seconds: 90 },
  '403 secondary limit': { rateLimit: 'secondary', seconds: 70 },
  '200 primary limit as errors': { match: GRAPHQL, rateLimit: 'primary', seconds: 90, asErrors: true },
  '200 secondary limit as errors': { match: GRAPHQL, rateLimit: 'secondary', seconds: 70, asErrors: true },
  '404 not found': { match: NEW_COMMITS, ...refusal(404, 'Not Found') },
  '409 conflict': refusal(409, 'Conflict'),
  '422 unprocessable': refusal(422, 'Validation Failed'),
  '429 too many': refusal(429, 'Too Many Requests', { 'retry-after': '60' }),
  '500 server error': refusal(500, 'Server Error'),
  '502 bad gateway': refusal(502, 'Bad Gateway'),
  '502 after all was done': { ...refusal(502, 'Server Error'), carriedOut: true },
  '503 unavailable': refusal(503, 'Unavailable', { 'retry-after': '30' }),
  'reset before anything was done': { reset: true },
  'reset after all was done': { reset: true, carriedOut: true },
  'slow drip': { drip: 20 },
  'slower than the caller waits': { delay: 12_500 },
  'wrong JSON before anything was done': { wrongJson: true },
  'wrong JSON after all was done': { wrongJson: true, carriedOut: true },
} satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof NAMED_FAULTS;

export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(NAMED_FAULTS, name);
}
