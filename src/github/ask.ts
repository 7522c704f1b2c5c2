import type { ProbotOctokit } from 'probot';
import type { z } from 'zod';
import { ShowworkError } from '../errors.ts';
import type { Clock, Logger } from '../ports.ts';
import { API_VERSION, readAnswer } from './answers.ts';
import { asGitHubFailure, isUnauthorized } from './failures.ts';
import {
  type InstallationToken,
  type InstallationTokens,
  isSpreading,
  type Place,
  spreadBy,
  type TokenUse,
} from './installation-tokens.ts';

/** What every request needs. */
export interface Session {
  readonly octokit: ProbotOctokit;
  readonly appId: number;
  readonly tokens: InstallationTokens;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Goes into every request. */
interface Common {
  readonly owner: string;
  readonly repo: string;
  readonly headers: { readonly authorization: string; readonly 'x-github-api-version': string };
}

interface Question<Schema extends z.ZodType> {
  readonly use: TokenUse;
  /** For errors: a verb and ids, such as "read blob 1f2e…". */
  readonly doing: string;
  readonly send: (rest: ProbotOctokit['rest'], common: Common) => Promise<{ readonly data: unknown }>;
  /** The fields that are used; others may come and go. */
  readonly answer: Schema;
}

/**
 * Sends one request about one repository. It is sent once; only where GitHub refused the token, and therefore did
 * nothing, it is sent again with a new one.
 * @throws ShowworkError `GITHUB_…`, also where the answer is not what the API description promises.
 */
export async function ask<Schema extends z.ZodType>(
  session: Session,
  place: Place,
  question: Question<Schema>,
): Promise<z.infer<Schema>> {
  const { clock } = session;
  const { doing } = question;
  const data = await send(session, place, question).catch((thrown: unknown) => {
    throw asGitHubFailure(thrown, doing, clock.now());
  });
  return readAnswer(question.answer, data, doing);
}

async function send<Schema extends z.ZodType>(
  { octokit, tokens, clock }: Session,
  place: Place,
  question: Question<Schema>,
): Promise<unknown> {
  const sendWith = async (token: InstallationToken) =>
    (await question.send(octokit.rest, commonParameters(place, token))).data;

  const token = await tokens.get(place, question.use);
  try {
    return await sendWith(token);
  } catch (thrown) {
    if (!isUnauthorized(thrown)) throw thrown;
  }
  if (isSpreading(token, clock.now())) {
    const detail = `could not ${question.doing}: the new token is not known to all of GitHub yet`;
    throw new ShowworkError('GITHUB_UNAVAILABLE', detail, { retryAt: spreadBy(token) });
  }
  return sendWith(await tokens.renew(place, question.use));
}

function commonParameters(place: Place, { token }: InstallationToken): Common {
  return {
    owner: place.owner,
    repo: place.name,
    headers: { authorization: `token ${token}`, 'x-github-api-version': API_VERSION },
  };
}
