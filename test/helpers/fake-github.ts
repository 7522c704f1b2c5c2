/**
 * GitHub as values: files by commit, what was posted, what was asked, and failures a test plans. It knows of no HTTP,
 * so each entry of `requests` stands for one request of the gateway. Its parts are those of the port.
 */
import type { Repository } from '../../src/jobs.ts';
import { type Calls, recordCalls } from './fake-github/calls.ts';
import { fakeChecks } from './fake-github/checks.ts';
import { fakeConversations } from './fake-github/conversations.ts';
import { fakeFiles } from './fake-github/files.ts';
import { createFakeGit } from './fake-github/git.ts';
import { fakeRepositories } from './fake-github/repositories.ts';
import { FakeThreads } from './fake-github/threads.ts';
import type { GitHubWorld, ShownCheckRun } from './github-world.ts';

export interface FakeGitHub extends GitHubWorld, Pick<Calls, 'requests' | 'failNext' | 'beforeNext'> {
  /** Everything posted, oldest first. */
  readonly checkRuns: readonly ShownCheckRun[];
}

const CHURN: Repository = {
  installationId: 3,
  repositoryId: 7,
  owner: 'ada',
  name: 'churn',
  defaultBranch: 'main',
  private: false,
};

/** `change`: what is different about the repository `ada/churn`. */
export function createFakeGitHub(change: Partial<Repository> = {}): FakeGitHub {
  const repository = { ...CHURN, ...change };
  const calls = recordCalls();
  const git = createFakeGit(() => calls.requests.length);
  const threads = new FakeThreads();
  const { port: filesPort, ...files } = fakeFiles(git, calls);
  const { port: repositoriesPort, ...repositories } = fakeRepositories(repository, git, threads, calls);
  const { port: checksPort, ...checks } = fakeChecks(git, calls);
  const { port: conversationsPort, ...conversations } = fakeConversations(threads, calls);
  const { requests, failNext, beforeNext } = calls;

  return {
    github: { ...filesPort, ...repositoriesPort, ...checksPort, ...conversationsPort },
    repository,
    requests,
    failNext,
    beforeNext,
    ...files,
    ...repositories,
    ...checks,
    ...conversations,
    commit(branch, changes) {
      const sha = git.commit(branch, changes, repository.defaultBranch);
      for (const pull of threads.pullRequests()) if (pull.open && pull.branch === branch) pull.headSha = sha;
      return sha;
    },
    commitOrphan: (branch, changes) => git.commit(branch, changes, null),
    deleteBranch: branch => void git.branches.delete(branch),
    close: async () => {},
  };
}
