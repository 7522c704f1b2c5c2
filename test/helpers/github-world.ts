import type { Repository } from '../../src/jobs.ts';
import type { CheckRun, GitHub, Reaction, Role, Thread, ThreadComment } from '../../src/ports.ts';
import type { FileChanges } from '../simulator/git/files.ts';

/** A check run as people see it on the commit. */
export interface ShownCheckRun extends Omit<CheckRun, 'conclusion'> {
  readonly id: number;
  /** Null while it is in progress. */
  readonly conclusion: CheckRun['conclusion'] | null;
  /** How often it was concluded. */
  readonly concluded: number;
}

/** An issue as people see it; pull requests are not among them. */
export interface ShownIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly open: boolean;
}

export interface NewPullRequest {
  /** A login, `…[bot]` for a bot; the repository's owner unless told. */
  readonly author?: string;
  readonly draft?: boolean;
  /** The default branch unless told. */
  readonly base?: string;
}

/** The `GitHub` port under test, and what happens around it. */
export interface GitHubWorld {
  readonly github: GitHub;
  /** Its default branch is `main`, and has no commit yet. */
  readonly repository: Repository;

  /** Writes files on a branch, which starts at the default branch where it is new. Answers the commit's id. */
  commit(branch: string, changes: FileChanges): string;
  /** A commit that stands on no other, on a new branch. */
  commitOrphan(branch: string, changes: FileChanges): string;
  deleteBranch(branch: string): void;
  /** From now on, longer listings of a tree are cut to that many entries. */
  limitTrees(entries: number): void;
  /** What the owner's repository `.github` holds; the app does not reach it before. */
  writeOwnerFiles(changes: FileChanges): void;

  rename(name: string): void;
  /** The app is taken off the repository. */
  remove(): void;
  /** The owner suspends the app. */
  suspend(): void;
  setRole(login: string, role: Role): void;
  /** Answers its number. */
  openPullRequest(branch: string, options?: NewPullRequest): number;
  closePullRequest(number: number): void;
  retargetPullRequest(number: number, base: string): void;

  /** Oldest first. */
  checkRunsOn(headSha: string): readonly Omit<ShownCheckRun, 'concluded'>[];
  /** GitHub is out of order when the next update of a check run comes. */
  refuseNextUpdate(): void;

  /** What somebody opens; answers its number. */
  openIssue(body?: string): number;
  /** Oldest first. */
  issues(): readonly ShownIssue[];
  deleteIssue(number: number): void;
  /** What somebody writes; answers the comment. */
  comment(thread: Thread, text: string): ThreadComment;
  deleteComment(id: number): void;
  /** What everybody said in a thread, the app too, oldest first. */
  commentsOn(thread: Thread): readonly string[];
  /** Those of them that are folded as outdated. */
  foldedOn(thread: Thread): readonly string[];
  /** The app's reactions, oldest first. */
  reactionsTo(comment: ThreadComment): readonly Reaction[];

  close(): Promise<void>;
}
