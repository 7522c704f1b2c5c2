import type { Octokit } from '@octokit/rest';
import type { z } from 'zod';
import { ShowworkError } from '../errors.ts';
import type { Clock, Logger } from '../ports.ts';
import { API_VERSION, readAnswer } from './answers.ts';
import { asGitHubFailure, isUnauthorized } from './failures.ts';
import {
  type InstallationTokens,
  isSpreading,
  type Place,
  spreadBy,
  type TokenUse,
} from './installation-tokens.ts';

type Rest = Octokit['rest'];

/** Where a repository is. */
export type Address = Pick<Place, 'owner' | 'name'>;

/** What goes along with a request; without a token GitHub answers a stranger. */
interface AccessToken {
  readonly token: string | null;
  readonly mintedAt: Date;
}

/** What a request about a repository needs, whoever asks. `At` is what tokens for it are found by. */
export interface Asking<At extends Address> {
  readonly octokit: { readonly rest: Rest };
  readonly tokens: {
    get(place: At, use: TokenUse): Promise<AccessToken>;
    renew(place: At, use: TokenUse): Promise<AccessToken>;
  };
  readonly clock: Clock;
}

/** The same for the app, which may ask for more. */
export interface Session extends Asking<Place> {
  readonly octokit: Octokit;
  readonly appId: number;
  readonly tokens: InstallationTokens;
  readonly logger: Logger;
}

/** Goes into every request. */
interface Common {
  readonly owner: string;
  readonly repo: string;
  readonly headers: { readonly authorization?: string; readonly 'x-github-api-version': string };
}

interface Question<Schema extends z.ZodType> {
  readonly use: TokenUse;
  /** For errors: a verb and ids, such as "read blob 1f2e…". */
  readonly doing: string;
  readonly send: (rest: Rest, common: Common) => Promise<{ readonly data: unknown }>;
  /** The fields that are used; others may come and go. */
  readonly answer: Schema;
}

/**
 * Sends one request about one repository. It is sent once; only where GitHub refused the token, and therefore did
 * nothing, it is sent again with a new one.
 * @throws ShowworkError `GITHUB_…`, also where the answer is not what the API description promises.
 */
export async function ask<At extends Address, Schema extends z.ZodType>(
  session: Asking<At>,
  place: At,
  question: Question<Schema>,
): Promise<z.infer<Schema>> {
  const { clock } = session;
  const { doing } = question;
  const data = await send(session, place, question).catch((thrown: unknown) => {
    throw asGitHubFailure(thrown, doing, clock.now());
  });
  return readAnswer(question.answer, data, doing);
}

async function send<At extends Address, Schema extends z.ZodType>(
  { octokit, tokens, clock }: Asking<At>,
  place: At,
  question: Question<Schema>,
): Promise<unknown> {
  const sendWith = async (token: AccessToken) =>
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

function commonParameters({ owner, name }: Address, { token }: AccessToken): Common {
  const authorization = token === null ? {} : { authorization: `token ${token}` };
  return { owner, repo: name, headers: { ...authorization, 'x-github-api-version': API_VERSION } };
}
