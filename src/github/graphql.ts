/** Asking over GraphQL, for what REST cannot do. */
import type { z } from 'zod';
import type { Repository } from '../jobs.ts';
import { ask, type Session } from './ask.ts';
import { graphQlFailure, readGraphQlBody } from './graphql-failure.ts';
import type { TokenUse } from './installation-tokens.ts';

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
      const failure = graphQlFailure(response, doing, clock.now());
      if (failure !== null) throw failure;
      return { data: readGraphQlBody(response.data)?.data };
    },
    answer,
  });
}

/** Beside the REST API; on a GitHub Enterprise Server one folder up (docs: graphql/guides/forming-calls-with-graphql). */
function graphQlUrl(restUrl: string): string {
  return restUrl.replace(/\/v3\/?$/, '');
}
