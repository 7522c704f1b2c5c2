import { z } from 'zod';
import type { Clock, Logger, RegisteredApp } from '../ports.ts';
import { readAnswer } from './answers.ts';
import { asGitHubFailure } from './failures.ts';
import { buildOctokit } from './octokit.ts';

/** What is used of GitHub's answer (docs: rest/apps/apps#create-a-github-app-from-a-manifest). */
const Conversion = z.object({
  id: z.int().positive(),
  slug: z.string().min(1),
  name: z.string().min(1),
  html_url: z.url({ protocol: /^https?$/ }),
  pem: z.string().includes('PRIVATE KEY-----'),
  webhook_secret: z.string().min(1).nullable(),
});

export interface RegistrarOptions {
  /** Of the API, without a trailing slash. */
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

const DOING = 'fetch the credentials of the new app';
/** GitHub ends a request itself after 10 seconds (docs: rest/using-the-rest-api/troubleshooting-the-rest-api). */
const TIMEOUT_MS = 12_000;

/**
 * Fetches the credentials of an app that was made from a manifest, for the code that GitHub gave. It gives them once, and
 * for an hour.
 * @throws ShowworkError `GITHUB_GONE` where it does not know the code (any more), another `GITHUB_…` else. None quotes
 *   the code or the answer.
 */
export async function fetchRegisteredApp(code: string, options: RegistrarOptions): Promise<RegisteredApp> {
  const { baseUrl, clock, logger } = options;
  const octokit = buildOctokit({ baseUrl, userAgent: 'showwork-setup', timeoutMs: TIMEOUT_MS, logger });
  const answer = await octokit.rest.apps.createFromManifest({ code }).catch((thrown: unknown) => {
    throw asGitHubFailure(thrown, DOING, clock.now());
  });
  const conversion = readAnswer(Conversion, answer.data, DOING);
  const { id, slug, name, html_url: htmlUrl, pem: privateKey, webhook_secret: webhookSecret } = conversion;
  return { id, slug, name, htmlUrl, privateKey, webhookSecret };
}
