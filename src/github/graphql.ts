/** Asking over GraphQL, for what REST cannot do. */
import { z } from 'zod';
import { type ErrorCode, ShowworkError } from '../errors.ts';
import type { Repository } from '../jobs.ts';
import { ask, type Session } from './ask.ts';
import type { TokenUse } from './installation-tokens.ts';
import { type Headers, limitEnds } from './retry-time.ts';

interface GraphQlQuestion<Schema extends z.ZodType> {
  readonly use: TokenUse;
  /** For errors: a verb and ids. */
  readonly doing: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of what stands under `data`. */
  readonly answer: Schema;
}

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

/**
 * Sends one GraphQL request about one repository, as `ask` does.
 * @throws ShowworkError `GITHUB_…`, also for an error that comes with status 200.
 */
export function askGraphQl<Schema extends z.ZodType>(
  session: Session,
  repository: Repository,
  question: GraphQlQuestion<Schema>,
): Promise<z.infer<Schema>> {
  const { octokit, clock } = session;
  const { use, doing, document: query, variables, answer } = question;
  return ask(session, repository, {
    use,
    doing,
    async send(_, { headers }) {
      const baseUrl = graphQlUrl(octokit.request.endpoint.DEFAULTS.baseUrl);
      const response = await octokit.request('POST /graphql', { baseUrl, headers, query, variables });
      const body = Body.safeParse(response.data).data;
      const failure = body && failureIn(body, response.headers, doing, clock.now());
      if (failure) throw failure;
      return { data: body?.data };
    },
    answer,
  });
}

/** Beside the REST API; on a GitHub Enterprise Server one folder up (docs: graphql/guides/forming-calls-with-graphql). */
function graphQlUrl(restUrl: string): string {
  return restUrl.replace(/\/v3\/?$/, '');
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
