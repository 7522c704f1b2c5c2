import { type Clock, type GitHub, type Observer, UNOBSERVED } from '../ports.ts';
import type { Session } from './ask.ts';
import { readBlob } from './blobs.ts';
import { completeCheckRun, createCheckRun, findCheckRun, updateCheckRun } from './check-runs.ts';
import { createComment, findComment, updateComment } from './comments.ts';
import { compare } from './comparisons.ts';
import { readHead } from './heads.ts';
import { installationTokens } from './installation-tokens.ts';
import { createIssue, findIssue, updateIssue } from './issues.ts';
import { minimizeComment } from './minimize-comment.ts';
import { observeRequests } from './observe-requests.ts';
import { buildOctokit, type OctokitOptions } from './octokit.ts';
import { readOwnerFile } from './owner-files.ts';
import { listOpenPullRequests, readPullRequest } from './pull-requests.ts';
import { react } from './reactions.ts';
import { readRepository } from './repositories.ts';
import { readRole } from './roles.ts';
import { readTree } from './trees.ts';

export interface GitHubOptions extends OctokitOptions {
  readonly appId: number;
  /** The app's private key, PEM. */
  readonly privateKey: string;
  readonly clock: Clock;
  readonly observer?: Observer;
}

/**
 * The `GitHub` port over REST, and GraphQL where REST cannot. Its functions throw a `ShowworkError` with a `GITHUB_…` code and nothing else; they
 * neither wait nor retry, because a job that must wait is handed back to the queue.
 */
export function createGitHub(options: GitHubOptions): GitHub {
  const { appId, privateKey, clock, logger } = options;
  const octokit = buildOctokit(options);
  const tokens = installationTokens(octokit, { appId, privateKey }, clock);
  observeRequests(octokit, options.observer ?? UNOBSERVED, clock);
  const session: Session = { octokit, appId, tokens, clock, logger };
  return {
    readTree: (...parameters) => readTree(session, ...parameters),
    readBlob: (...parameters) => readBlob(session, ...parameters),
    compare: (...parameters) => compare(session, ...parameters),
    readOwnerFile: (...parameters) => readOwnerFile(session, ...parameters),
    readRepository: (...parameters) => readRepository(session, ...parameters),
    readHead: (...parameters) => readHead(session, ...parameters),
    readPullRequest: (...parameters) => readPullRequest(session, ...parameters),
    listOpenPullRequests: (...parameters) => listOpenPullRequests(session, ...parameters),
    readRole: (...parameters) => readRole(session, ...parameters),
    createCheckRun: (...parameters) => createCheckRun(session, ...parameters),
    completeCheckRun: (...parameters) => completeCheckRun(session, ...parameters),
    updateCheckRun: (...parameters) => updateCheckRun(session, ...parameters),
    findCheckRun: (...parameters) => findCheckRun(session, ...parameters),
    react: (...parameters) => react(session, ...parameters),
    createComment: (...parameters) => createComment(session, ...parameters),
    updateComment: (...parameters) => updateComment(session, ...parameters),
    findComment: (...parameters) => findComment(session, ...parameters),
    minimizeComment: (...parameters) => minimizeComment(session, ...parameters),
    createIssue: (...parameters) => createIssue(session, ...parameters),
    updateIssue: (...parameters) => updateIssue(session, ...parameters),
    findIssue: (...parameters) => findIssue(session, ...parameters),
  };
}
