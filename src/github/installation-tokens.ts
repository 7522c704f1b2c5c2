/**
 * Installation tokens: each for one repository and one use, so that nothing a stranger wrote can lead a request to
 * another repository, and what reads files cannot write. Minted by auth-app, which keeps them for 59 minutes.
 */
import { createAppAuth } from '@octokit/auth-app';
import type { Octokit } from '@octokit/rest';
import { z } from 'zod';
import { ShowworkError } from '../errors.ts';
import type { RepositoryName } from '../jobs.ts';
import type { Clock } from '../ports.ts';
import { asGitHubFailure, wordsOf } from './failures.ts';

/** The permissions of each use; `metadata: read` comes with every token. */
const USES = {
  read: { contents: 'read', pull_requests: 'read' },
  files: { contents: 'read' },
  checks: { checks: 'write' },
  'pull-request-talk': { pull_requests: 'write' },
  'issue-talk': { issues: 'write' },
} as const;
export type TokenUse = keyof typeof USES;

/** The repository that a token is for. One whose id is not known is asked for by name. */
export interface Place extends Omit<RepositoryName, 'repositoryId'> {
  readonly repositoryId: number | null;
}

/** How long a new token may be unknown to some of GitHub's servers (auth-app allows for the same time). */
const SPREADING_MS = 5_000;

export interface InstallationToken {
  readonly token: string;
  readonly mintedAt: Date;
}

export interface InstallationTokens {
  /** A token from the cache, or a new one. */
  get(place: Place, use: TokenUse): Promise<InstallationToken>;
  /** A new token in place of one that GitHub no longer accepts. */
  renew(place: Place, use: TokenUse): Promise<InstallationToken>;
}

interface AppCredentials {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
}

/** Only what is used. A wrong answer must not get into auth-app's cache, so it is looked at before. */
const TokenAnswer = z.object({ token: z.string().min(1), expires_at: z.string() });

export function installationTokens(
  octokit: Octokit,
  credentials: AppCredentials,
  clock: Clock,
): InstallationTokens {
  octokit.hook.after('request', (response, options) => {
    if (!options.url.endsWith('/access_tokens') || TokenAnswer.safeParse(response.data).success) return;
    throw new ShowworkError('GITHUB_UNREADABLE', 'the answer to a token request holds no token');
  });
  const auth = createAppAuth({ ...credentials, request: octokit.request, log: octokit.log });

  async function mint(place: Place, use: TokenUse, refresh: boolean): Promise<InstallationToken> {
    const { installationId, repositoryId, name } = place;
    const only = repositoryId === null ? { repositoryNames: [name] } : { repositoryIds: [repositoryId] };
    try {
      const { token, createdAt } = await auth({
        type: 'installation',
        installationId,
        ...only,
        permissions: USES[use],
        refresh,
      });
      return { token, mintedAt: new Date(createdAt) };
    } catch (thrown) {
      throw asMintingFailure(thrown, place, clock.now());
    }
  }

  return {
    get: (place, use) => mint(place, use, false),
    renew: (place, use) => mint(place, use, true),
  };
}

/** True while a refusal of the token may only mean that it has not spread to all of GitHub's servers. */
export function isSpreading({ mintedAt }: Pick<InstallationToken, 'mintedAt'>, now: Date): boolean {
  return +now - +mintedAt < SPREADING_MS;
}

/** When a token that was refused for being new is worth another try. */
export function spreadBy({ mintedAt }: Pick<InstallationToken, 'mintedAt'>): Date {
  return new Date(+mintedAt + SPREADING_MS);
}

/** GitHub's words where the installation does not reach one of the repositories; the other 422 is about permissions. */
const NOT_REACHED = /\brepository that does not exist or is not accessible\b/i;

function asMintingFailure(thrown: unknown, place: Place, now: Date): ShowworkError {
  const { repositoryId, name, installationId } = place;
  const doing = `get a token for repository ${repositoryId ?? name} of installation ${installationId}`;
  const failure = asGitHubFailure(thrown, doing, now);
  // 422, docs: rest/apps/apps.
  if (failure.code === 'GITHUB_REJECTED') {
    return NOT_REACHED.test(wordsOf(thrown))
      ? new ShowworkError('GITHUB_GONE', `could not ${doing}: the installation does not have the repository`)
      : new ShowworkError('GITHUB_FORBIDDEN', `could not ${doing}: it lacks a permission of app.yml`);
  }
  // No request failed, so the key could not sign. The cause is left out: it may quote the key.
  if (failure.code === 'INTERNAL') {
    return new ShowworkError('GITHUB_UNAUTHORIZED', 'the private key cannot sign; is it the whole PEM file?');
  }
  return failure;
}
