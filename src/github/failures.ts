/**
 * The one place that turns what Octokit throws into our error codes, by HTTP status and headers.
 * The error Octokit threw is not kept as a cause: it carries the request body, which quotes READMEs.
 */
import { z } from 'zod';
import { type ErrorCode, ShowworkError } from '../errors.ts';
import { hasLimitHeaders, limitEnds, retryAfter } from './retry-time.ts';

/** Octokit's `RequestError`. Without a response the request got no answer (its status is then a made-up 500). */
const RequestFailure = z.object({
  status: z.number(),
  response: z
    .object({ url: z.string().default(''), headers: z.record(z.string(), z.unknown()), data: z.unknown() })
    .optional(),
});
type Answer = NonNullable<z.infer<typeof RequestFailure>['response']> & { readonly status: number };

const ErrorBody = z.object({ message: z.string().default(''), documentation_url: z.string().default('') });

/** "Git Repository is empty." */
const EMPTY_REPOSITORY = /\brepository is empty\b/i;
/** "This installation has been suspended", to a request for a token and to one that carries an older token. */
const SUSPENDED = /\binstallation\b.{0,100}\bsuspended\b/i;
/** GitHub redirects to repositories by id. Where the token does not reach, what was asked for moved to another one. */
const REDIRECTED = /\/repositories\/\d+\//;

const Cause = z.object({ name: z.string(), code: z.unknown().optional(), cause: z.unknown().optional() });
const MAX_CAUSES = 5;

/** GitHub's words in a log line; enough to recognise the reason. */
const MESSAGE_CHARACTERS = 200;

/**
 * @param doing what was asked of GitHub, such as "read the tree of commit 1f2e…"; ids only.
 * @returns an error with `retryAt` where GitHub said when to come back. What is no failed request, such as a
 *   mistake of ours, comes back as `INTERNAL`.
 */
export function asGitHubFailure(thrown: unknown, doing: string, now: Date): ShowworkError {
  if (thrown instanceof ShowworkError) return thrown;
  const failure = RequestFailure.safeParse(thrown);
  if (!failure.success) return new ShowworkError('INTERNAL', `could not ${doing}`, { cause: thrown });
  const { status, response } = failure.data;
  if (response === undefined) {
    return new ShowworkError('GITHUB_UNAVAILABLE', `could not ${doing}: ${networkReason(thrown)}`);
  }
  const answer = { ...response, status };
  const code = codeFor(answer);
  const retryAt = retryTime(code, answer, now);
  return new ShowworkError(code, describe(doing, answer), retryAt === null ? {} : { retryAt });
}

/** True where GitHub did not accept the credentials of a request, which was therefore not carried out. */
export function isUnauthorized(thrown: unknown): boolean {
  return RequestFailure.safeParse(thrown).data?.status === 401;
}

/** GitHub's words for a refusal; empty where it gave none. */
export function wordsOf(thrown: unknown): string {
  return messageOf(RequestFailure.safeParse(thrown).data?.response?.data);
}

function codeFor(answer: Answer): ErrorCode {
  const { status, data } = answer;
  if (status === 401) return 'GITHUB_UNAUTHORIZED';
  if (status === 429) return 'GITHUB_RATE_LIMITED';
  if (status === 403) return codeForForbidden(answer);
  if (status === 404 || status === 410 || status === 451) return 'GITHUB_GONE';
  // 409 on git data: the repository has no commit, or is still being made ("unavailable", docs: rest/git).
  if (status === 409 && EMPTY_REPOSITORY.test(messageOf(data))) return 'GITHUB_GONE';
  if (status === 408 || status === 409 || status >= 500) return 'GITHUB_UNAVAILABLE';
  return status >= 400 ? 'GITHUB_REJECTED' : 'GITHUB_UNREADABLE';
}

function codeForForbidden(answer: Answer): ErrorCode {
  if (isRateLimited(answer)) return 'GITHUB_RATE_LIMITED';
  if (SUSPENDED.test(messageOf(answer.data))) return 'GITHUB_SUSPENDED';
  return REDIRECTED.test(answer.url) ? 'GITHUB_GONE' : 'GITHUB_FORBIDDEN';
}

/**
 * A secondary limit may come as a bare 403. Then only the body tells it from a missing permission, and to take it
 * for one would mean going on, which "may result in the banning of your integration".
 */
function isRateLimited({ headers, data }: Answer): boolean {
  if (hasLimitHeaders(headers)) return true;
  const documentation = ErrorBody.safeParse(data).data?.documentation_url ?? '';
  return /rate-limit/i.test(documentation) || /\brate limit\b/i.test(messageOf(data));
}

function messageOf(data: unknown): string {
  return ErrorBody.safeParse(data).data?.message ?? '';
}

function retryTime(code: ErrorCode, { headers }: Answer, now: Date): Date | null {
  if (code === 'GITHUB_RATE_LIMITED') return limitEnds(headers, now);
  return code === 'GITHUB_UNAVAILABLE' ? retryAfter(headers, now) : null;
}

function describe(doing: string, { status, headers, data }: Answer): string {
  // Validation messages repeat the value that was refused, and that may be a README's text.
  const repeatsInput = status === 400 || status === 422;
  const said = repeatsInput ? '' : messageOf(data);
  const words = said === '' ? '' : `: ${said.slice(0, MESSAGE_CHARACTERS)}`;
  const requestId = headers['x-github-request-id'];
  const trace = typeof requestId === 'string' ? ` (request ${requestId})` : '';
  return `could not ${doing}, GitHub answered ${status}${words}${trace}`;
}

/** The innermost code or name of an error and its causes, such as `ECONNRESET` or `TimeoutError`. */
function networkReason(thrown: unknown): string {
  let reason = 'no answer';
  let next = thrown;
  for (let depth = 0; depth < MAX_CAUSES; depth += 1) {
    const error = Cause.safeParse(next).data;
    if (error === undefined) break;
    reason = typeof error.code === 'string' ? error.code : error.name;
    next = error.cause;
  }
  return reason;
}
