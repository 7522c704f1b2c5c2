import { ShowworkError } from '../../../src/errors.ts';
import { unlessGone } from '../../../src/github/unless-gone.ts';
import type { Repository, TargetRef } from '../../../src/jobs.ts';
import type { GitHubRepositories, PullRequest, Role } from '../../../src/ports.ts';
import type { GitHubWorld } from '../github-world.ts';
import { type Calls, gone } from './calls.ts';
import type { FakeGit } from './git.ts';
import type { FakeThreads } from './threads.ts';

interface FakeRepositories
  extends Pick<
    GitHubWorld,
    | 'rename'
    | 'remove'
    | 'suspend'
    | 'setRole'
    | 'openPullRequest'
    | 'closePullRequest'
    | 'retargetPullRequest'
  > {
  readonly port: GitHubRepositories;
}

/** The repository, its pull requests, and who may do what. */
export function fakeRepositories(
  repository: Repository,
  { branches }: FakeGit,
  threads: FakeThreads,
  calls: Calls,
): FakeRepositories {
  const roles = new Map<string, Role>([[repository.owner, 'admin']]);
  let now = repository;

  function readRepository(repositoryId: number): Repository {
    if (repositoryId !== now.repositoryId) throw gone(`repository ${repositoryId}`);
    return now;
  }

  function readHead(ref: TargetRef): string | null {
    if (ref.kind === 'branch') return branches.get(ref.branch) ?? null;
    const { open, headSha } = threads.pullRequest(ref.number);
    return open ? headSha : null;
  }

  function readPullRequest(number: number): PullRequest {
    const { open, draft, headSha, base, author } = threads.pullRequest(number);
    return { open, draft, headSha, base, author: { login: author, isBot: author.endsWith('[bot]') } };
  }

  const listOpen = () =>
    threads
      .numberedPullRequests()
      .filter(({ pull }) => pull.open)
      .map(({ number, pull }) => ({ number, headSha: pull.headSha, branch: pull.branch }))
      .toReversed();

  const baseAt = (branch: string) => ({ branch, sha: branches.get(branch) ?? '' });

  return {
    port: {
      readRepository: ({ repositoryId }) =>
        unlessGone(calls.request('readRepository', () => readRepository(repositoryId))),
      readHead: (_, ref) => unlessGone(calls.request('readHead', () => readHead(ref))),
      readPullRequest: (_, number) =>
        unlessGone(calls.request('readPullRequest', () => readPullRequest(number))),
      listOpenPullRequests: () =>
        unlessGone(calls.request('listOpenPullRequests', listOpen)).then(open => open ?? []),
      readRole: (_, login) => calls.request('readRole', () => roles.get(login) ?? 'none'),
    },
    rename(name) {
      now = { ...now, name };
    },
    remove: () => calls.failAll(gone('repository within reach')),
    suspend: () => calls.failAll(new ShowworkError('GITHUB_SUSPENDED', 'suspended')),
    setRole: (login, role) => void roles.set(login, role),
    openPullRequest: (branch, options = {}) =>
      threads.add({
        kind: 'pull-request',
        branch,
        headSha: branches.get(branch) ?? '',
        base: baseAt(options.base ?? repository.defaultBranch),
        author: options.author ?? repository.owner,
        draft: options.draft ?? false,
        open: true,
      }),
    closePullRequest(number) {
      threads.pullRequest(number).open = false;
    },
    retargetPullRequest(number, base) {
      threads.pullRequest(number).base = baseAt(base);
    },
  };
}
