/** What happened, in GitHub's own terms: each is all that one webhook event tells. */
import type {
  Account,
  CheckRun,
  CheckSuite,
  Comment,
  Installation,
  Issue,
  PullRequest,
  Repository,
} from './records.ts';

/** Git's and GitHub's way to say "no commit". */
export const NO_COMMIT = '0'.repeat(40);

export interface Push {
  readonly repository: Repository;
  /** Such as `refs/heads/main` or `refs/tags/v1`. */
  readonly ref: string;
  /** `NO_COMMIT` where the ref is new. */
  readonly before: string;
  /** `NO_COMMIT` where the ref is gone. */
  readonly after: string;
  readonly created: boolean;
  readonly deleted: boolean;
  readonly forced: boolean;
  /** New commits, oldest first. */
  readonly commits: readonly string[];
  readonly pusher: Account;
  readonly pushedAt: Date;
}

export interface PullRequestChange {
  readonly repository: Repository;
  readonly request: PullRequest;
  readonly action:
    | 'opened'
    | 'edited'
    | 'synchronize'
    | 'closed'
    | 'reopened'
    | 'ready_for_review'
    | 'converted_to_draft';
  readonly sender: Account;
  /** Heads before and after, with `synchronize` only. */
  readonly before?: string;
  readonly after?: string;
  /** What it was before, with `edited` only, and only what changed. */
  readonly former?: {
    readonly title?: string;
    readonly body?: string;
    readonly base?: PullRequest['pull']['base'];
  };
}

export interface CheckRunChange {
  readonly repository: Repository;
  readonly run: CheckRun;
  readonly action: 'created' | 'completed' | 'rerequested' | 'requested_action';
  readonly sender: Account;
  /** The button's, with `requested_action` only. */
  readonly identifier?: string;
}

export interface CheckSuiteChange {
  readonly repository: Repository;
  readonly suite: CheckSuite;
  readonly action: 'requested' | 'rerequested' | 'completed';
  readonly sender: Account;
}

export interface IssueChange {
  readonly repository: Repository;
  readonly issue: Issue;
  readonly action: 'opened' | 'edited' | 'closed' | 'reopened' | 'deleted';
  readonly sender: Account;
  /** What it said before, with `edited` only, and only what changed. */
  readonly former?: { readonly title?: string; readonly body?: string };
}

export interface CommentChange {
  readonly repository: Repository;
  readonly issue: Issue;
  readonly comment: Comment;
  readonly action: 'created' | 'edited' | 'deleted';
  readonly sender: Account;
  /** What it said before, with `edited` only. */
  readonly formerBody?: string;
}

export interface RepositoryChange {
  readonly repository: Repository;
  readonly action: 'renamed' | 'transferred' | 'privatized' | 'publicized' | 'edited' | 'deleted';
  readonly sender: Account;
  /** What was before: the name with `renamed`, the owner with `transferred`, the default branch with `edited`. */
  readonly former?: { readonly name?: string; readonly owner?: Account; readonly defaultBranch?: string };
  /** As it was when it happened: a deleted repository has none afterwards. */
  readonly installation: Installation | undefined;
}

export interface InstallationChange {
  readonly installation: Installation;
  readonly action: 'created' | 'deleted' | 'suspend' | 'unsuspend' | 'new_permissions_accepted';
  readonly repositories: readonly Repository[];
}

export interface InstallationRepositoriesChange {
  readonly installation: Installation;
  readonly action: 'added' | 'removed';
  readonly repositories: readonly Repository[];
}
