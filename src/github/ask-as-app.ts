import { createAppAuth } from '@octokit/auth-app';
import type { Octokit } from '@octokit/rest';
import type { z } from 'zod';
import { ShowworkError } from '../errors.ts';
import type { Clock } from '../ports.ts';
import { API_VERSION, readAnswer } from './answers.ts';
import type { GitHubOptions } from './create-github.ts';
import { asGitHubFailure } from './failures.ts';

/** Sends one request as the app. `doing`: for errors, a verb and ids. */
export type AskAsApp = <Schema extends z.ZodType>(question: {
  readonly doing: string;
  readonly send: (
    octokit: Octokit,
    headers: { readonly authorization: string; readonly 'x-github-api-version': string },
  ) => Promise<{ readonly data: unknown }>;
  readonly answer: Schema;
}) => Promise<z.infer<Schema>>;

/** Requests that are signed with the app's own key. */
export function askAsApp(octokit: Octokit, { appId, privateKey }: GitHubOptions, clock: Clock): AskAsApp {
  const auth = createAppAuth({ appId, privateKey, request: octokit.request, log: octokit.log });

  async function authorization(): Promise<string> {
    try {
      return `bearer ${(await auth({ type: 'app' })).token}`;
    } catch {
      // The cause is left out: it may quote the key.
      throw new ShowworkError(
        'GITHUB_UNAUTHORIZED',
        'the private key cannot sign; is it the whole PEM file?',
      );
    }
  }

  return async ({ doing, send, answer }) => {
    const headers = { authorization: await authorization(), 'x-github-api-version': API_VERSION };
    const { data } = await send(octokit, headers).catch((thrown: unknown) => {
      throw asGitHubFailure(thrown, doing, clock.now());
    });
    return readAnswer(answer, data, doing);
  };
}
