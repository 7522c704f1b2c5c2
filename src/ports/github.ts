/** What the workflow needs of GitHub, in four small ports; each has a part of test/contracts/github.contract.ts. */
import type { Repository, RepositoryName, TargetRef } from '../jobs.ts';

export interface TreeEntry {
  readonly path: string;
  readonly sha: string;
  /** `100644`, `100755`, `040000` (tree), `120000` (symlink), `160000` (submodule). */
  readonly mode: string;
  /** Bytes; absent for trees and submodules. */
  readonly size?: number;
}

export interface Tree {
  readonly entries: readonly TreeEntry[];
  /** True where GitHub cut the listing (100,000 entries or 7 MB, docs: rest/git/trees). */
  readonly truncated: boolean;
}

export interface CheckAnnotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
}

/** A completed check run, ready to be sent. */
export interface CheckRun {
  readonly name: string;
  readonly headSha: string;
  /** Ours, so that a run is found again after an interruption. */
  readonly externalId: string;
  readonly conclusion: 'success' | 'neutral' | 'failure';
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly CheckAnnotation[];
  readonly actions: readonly {
    readonly label: string;
    readonly description: string;
    readonly identifier: string;
  }[];
}

/** An issue or a pull request, as a place to talk. GitHub asks for another permission on each. */
export interface Thread {
  readonly issueNumber: number;
  readonly isPullRequest: boolean;
}

export interface ThreadComment extends Thread {
  readonly commentId: number;
}

export type Reaction = 'eyes' | 'rocket' | 'confused';

/** What somebody may do with a repository, least first. */
export const ROLES = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** A pull request as it is now. */
export interface PullRequest {
  readonly open: boolean;
  readonly draft: boolean;
  readonly headSha: string;
  readonly base: { readonly branch: string; readonly sha: string };
  /** Null where the account is gone. */
  readonly author: { readonly login: string; readonly isBot: boolean } | null;
}

/** An open pull request in a list. */
export interface OpenPullRequest {
  readonly number: number;
  readonly headSha: string;
  /** Its head branch where that is in the same repository; null for a fork. */
  readonly branch: string | null;
}

/** What lies between two commits. */
export interface Comparison {
  /** The commit that both stand on. */
  readonly mergeBase: string;
  /** Paths that differ between the merge base and the head; old and new name of a renamed file. */
  readonly paths: readonly string[];
  /** True where GitHub cut the list (300 files, docs: rest/commits/commits#compare-two-commits). */
  readonly truncated: boolean;
}

/**
 * A file of another repository of the same owner. `out-of-reach` where the app may not read that repository or there is
 * none, which GitHub does not tell apart, and where GitHub does not hand the file out (over 1 MB).
 */
export type OwnerFile =
  | { readonly kind: 'found'; readonly path: string; readonly sha: string; readonly bytes: Uint8Array }
  | { readonly kind: 'absent' | 'out-of-reach' };

/** Commits and files. */
export interface GitHubFiles {
  /** The tree at a commit, tree id or ref; `recursive` lists every path below it. */
  readTree(repository: Repository, treeish: string, options: { recursive: boolean }): Promise<Tree>;
  readBlob(repository: Repository, sha: string): Promise<Uint8Array>;
  /** Fails with GITHUB_GONE where one of the commits is not there or they have nothing in common. */
  compare(repository: Repository, base: string, head: string): Promise<Comparison>;
  /**
   * The first of `paths` that the default branch of the owner's repository `.github` holds, with a token for that
   * repository alone. One request for each path looked at.
   */
  readOwnerFile(repository: Repository, paths: readonly string[]): Promise<OwnerFile>;
}

/** The repository, what is open in it, and who may do what. */
export interface GitHubRepositories {
  /**
   * Name, owner, default branch and visibility as they are now; null where the app does not reach it, and where another
   * repository has its name.
   */
  readRepository(repository: RepositoryName): Promise<Repository | null>;
  /** Present head of a branch or of an open pull request; null where it is gone or closed. */
  readHead(repository: Repository, ref: TargetRef): Promise<string | null>;
  /** Null where there is none of that number. */
  readPullRequest(repository: Repository, number: number): Promise<PullRequest | null>;
  /**
   * Open pull requests, those that changed last first, at most the 300 newest: a request for each hundred. Empty where the
   * repository is gone.
   */
  listOpenPullRequests(repository: Repository): Promise<readonly OpenPullRequest[]>;
  /** What the account may do; `none` where there is no such account. */
  readRole(repository: Repository, login: string): Promise<Role>;
}

/** A check run of this app, found again. */
export interface FoundCheckRun {
  readonly id: number;
  readonly completed: boolean;
  /** How many it has: an update appends, so that only the rest may be sent. */
  readonly annotations: number;
}

export interface GitHubChecks {
  /**
   * Creates the run completed, in one request. Where it has more annotations than one request takes, it is in progress
   * until `completeCheckRun` has sent the rest; that failing, this fails, and `findCheckRun` tells how far it got.
   * Answers its id.
   */
  createCheckRun(repository: Repository, run: CheckRun): Promise<number>;
  /** Sends the annotations beyond the first `sent`, 50 a request, and completes the run with the last. */
  completeCheckRun(repository: Repository, id: number, run: CheckRun, sent: number): Promise<void>;
  /** Concludes an existing run again. Annotations are not sent: GitHub would append them to the old ones. */
  updateCheckRun(repository: Repository, id: number, run: CheckRun): Promise<void>;
  /** This app's run with that external id on the commit, newest first; null where there is none. */
  findCheckRun(repository: Repository, headSha: string, externalId: string): Promise<FoundCheckRun | null>;
}

/** A comment or an issue of this app. `nodeId` is its name in GraphQL. */
export interface Posted {
  /** Of a comment its id, of an issue its number. */
  readonly id: number;
  readonly nodeId: string;
}

export interface GitHubConversations {
  /** Answers whether the reaction is new; the same one twice stays one. */
  react(repository: Repository, comment: ThreadComment, reaction: Reaction): Promise<boolean>;
  /** Not idempotent: where the answer is lost, `findComment` tells. */
  createComment(repository: Repository, thread: Thread, body: string): Promise<Posted>;
  /** Fails with GITHUB_GONE where the comment was deleted. */
  updateComment(repository: Repository, thread: Thread, id: number, body: string): Promise<void>;
  /** This app's own comment of the thread that contains `marker`, the newest; whoever else writes it is not looked at. */
  findComment(repository: Repository, thread: Thread, marker: string): Promise<Posted | null>;
  /** Folds a comment as outdated; one that is gone or folded already is left alone. */
  minimizeComment(repository: Repository, thread: Thread, nodeId: string): Promise<void>;
  /** Not idempotent: where the answer is lost, `findIssue` tells. */
  createIssue(repository: Repository, issue: { title: string; body: string }): Promise<Posted>;
  /** What is absent stays as it is. Fails with GITHUB_GONE where the issue was deleted or transferred. */
  updateIssue(
    repository: Repository,
    number: number,
    change: { title?: string; body?: string; state?: 'open' | 'closed' },
  ): Promise<void>;
  /** This app's own issue that contains `marker`, the newest, open or closed. */
  findIssue(repository: Repository, marker: string): Promise<Posted | null>;
}

/** All that the workflow asks of GitHub. Each function sends one request unless its description says otherwise. */
export interface GitHub extends GitHubFiles, GitHubRepositories, GitHubChecks, GitHubConversations {}
