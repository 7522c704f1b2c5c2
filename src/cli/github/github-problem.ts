/** What GitHub's refusals mean to somebody at a command line, and what they can do. */
import type { GitHubAccess } from '../../config.ts';
import type { ShowworkError } from '../../errors.ts';
import type { Address } from '../../github/personal-github.ts';
import type { RepositoryArgument } from './repository-argument.ts';

/** Requests an hour (docs: rest/using-the-rest-api/rate-limits-for-the-rest-api). */
const WITHOUT_TOKEN = '60';
const WITH_TOKEN = '5,000';

const SET_ONE = 'set GITHUB_TOKEN to a token that may read its contents';

/** A sentence without its end. */
export function explainGitHubProblem(
  error: ShowworkError,
  { owner, name }: RepositoryArgument,
  token: GitHubAccess['token'],
  now: Date,
): string {
  const repository = `${owner}/${name}`;
  switch (error.code) {
    case 'GITHUB_GONE':
      return `there is no such file or folder, and GitHub shows no repository ${repository}: there is none, or it is private${token === null ? `; ${SET_ONE}` : ` and the token of ${token.variable} does not reach it`}`;
    case 'GITHUB_UNAUTHORIZED':
      return token === null
        ? `GitHub answers nobody without a token here; ${SET_ONE}`
        : `GitHub does not accept the token of ${token.variable}; make a new one, or unset it to read what is public`;
    case 'GITHUB_FORBIDDEN':
      return token === null
        ? `GitHub does not show ${repository} to everyone; ${SET_ONE}`
        : `the token of ${token.variable} may not read ${repository} (${error.message})`;
    case 'GITHUB_RATE_LIMITED':
      return `GitHub’s limit of requests is used up${until(error.retryAt, now)}${token === null ? `; with a token (GITHUB_TOKEN) it is ${WITH_TOKEN} an hour instead of ${WITHOUT_TOKEN}` : ''}`;
    case 'GITHUB_UNAVAILABLE':
      return `there is no such file or folder, and GitHub did not answer (${error.message})`;
    default:
      return error.message;
  }
}

export function noCommitThere({ owner, name }: Address): string {
  return `${owner}/${name} has no commit yet`;
}

export function noSuchRef({ owner, name }: Address, ref: string): string {
  return `${owner}/${name} has no branch, tag or commit ${ref}`;
}

/** Such as ` until 14:05 UTC, in 12 minutes`. */
function until(time: Date | undefined, now: Date): string {
  if (time === undefined) return '';
  const minutes = Math.max(1, Math.ceil((+time - +now) / 60_000));
  return ` until ${time.toISOString().slice(11, 16)} UTC, in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
}
