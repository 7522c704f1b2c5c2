/** What went wrong in an answer of GraphQL, which comes with status 200 all the same. */
import { z } from 'zod';
import { type ErrorCode, ShowworkError } from '../errors.ts';
import { type Headers, limitEnds } from './retry-time.ts';

/**
 * What comes with status 200, whatever became of the request. A secondary rate limit may come without `data` and
 * `errors`, as a message alone (docs: graphql/overview/rate-limits-and-query-limits-for-the-graphql-api), and
 * `octokit.graphql` would drop it.
 */
const Body = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.object({ type: z.string().default(''), message: z.string() })).default([]),
  message: z.string().optional(),
});

/** Of GitHub's errors; the list is not documented. */
const CODES: Readonly<Record<string, ErrorCode>> = {
  RATE_LIMITED: 'GITHUB_RATE_LIMITED',
  RATE_LIMIT: 'GITHUB_RATE_LIMITED',
  NOT_FOUND: 'GITHUB_GONE',
  FORBIDDEN: 'GITHUB_FORBIDDEN',
  SERVICE_UNAVAILABLE: 'GITHUB_UNAVAILABLE',
};
/** "You have exceeded a secondary rate limit", "was submitted too quickly" (cli/cli#4801). */
const LIMITED = /\brate limit\b|\bsubmitted too quickly\b/i;
/** "Something went wrong while executing your query", "We couldn't respond to your request in time". */
const OUTAGE = /\bsomething went wrong\b|\brespond to your request in time\b/i;

/** Undefined where it is no answer of GraphQL. */
export function readGraphQlBody(data: unknown): z.infer<typeof Body> | undefined {
  return Body.safeParse(data).data;
}

/** Null where nothing did. `doing`: for the error, a verb and ids. */
export function graphQlFailure(
  { data, headers }: { readonly data: unknown; readonly headers: Headers },
  doing: string,
  now: Date,
): ShowworkError | null {
  const body = readGraphQlBody(data);
  return body === undefined ? null : failureIn(body, headers, doing, now);
}

function failureIn(
  { errors, message }: z.infer<typeof Body>,
  headers: Headers,
  doing: string,
  now: Date,
): ShowworkError | null {
  const [first] = errors.length > 0 ? errors : message === undefined ? [] : [{ type: '', message }];
  if (first === undefined) return null;
  const code = codeFor(first);
  const detail = `could not ${doing}, GitHub answered with the error ${first.type || 'without a type'}`;
  return new ShowworkError(
    code,
    detail,
    code === 'GITHUB_RATE_LIMITED' ? { retryAt: limitEnds(headers, now) } : {},
  );
}

function codeFor({ type, message }: { readonly type: string; readonly message: string }): ErrorCode {
  if (LIMITED.test(message)) return 'GITHUB_RATE_LIMITED';
  if (OUTAGE.test(message)) return 'GITHUB_UNAVAILABLE';
  return CODES[type] ?? 'GITHUB_REJECTED';
}
