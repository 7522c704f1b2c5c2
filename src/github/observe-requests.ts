/** Tells the observer of every request, those for tokens included. */
import type { Octokit } from '@octokit/rest';
import { z } from 'zod';
import type { ErrorCode } from '../errors.ts';
import type { Clock, Observer, RequestBudget } from '../ports.ts';
import { asGitHubFailure } from './failures.ts';
import { graphQlFailure } from './graphql-failure.ts';
import { operationOf } from './operations.ts';
import { type Headers, isExhausted } from './retry-time.ts';

/** What a refusal and an answer have in common. */
const Refusal = z.object({ response: z.object({ headers: z.record(z.string(), z.unknown()) }) });

/**
 * Register it after every other hook of this Octokit: what those refuse is then seen as well.
 */
export function observeRequests(octokit: Octokit, observer: Observer, clock: Clock): void {
  octokit.hook.wrap('request', async (request, options) => {
    const operation = operationOf(options.method, options.url);
    const tell = (outcome: 'ok' | ErrorCode, headers: Headers): void => {
      observer.askedGitHub({ operation, outcome, budget: budgetOf(headers) });
      if (outcome === 'GITHUB_RATE_LIMITED') observer.limited(isExhausted(headers) ? 'primary' : 'secondary');
    };
    try {
      const response = await request(options);
      const failure = operation === 'graphql' ? graphQlFailure(response, operation, clock.now()) : null;
      tell(failure?.code ?? 'ok', response.headers);
      return response;
    } catch (thrown) {
      const headers = Refusal.safeParse(thrown).data?.response.headers ?? {};
      tell(asGitHubFailure(thrown, operation, clock.now()).code, headers);
      throw thrown;
    }
  });
}

const RESOURCE = 'x-ratelimit-resource';

/** Null where the headers do not say all of it. */
function budgetOf(headers: Headers): RequestBudget | null {
  const resource = headers[RESOURCE];
  const remaining = Number(headers['x-ratelimit-remaining'] ?? Number.NaN);
  const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
  if (typeof resource !== 'string' || Number.isNaN(remaining) || Number.isNaN(reset)) return null;
  return { resource, remaining, resetsAt: new Date(reset * 1000) };
}
