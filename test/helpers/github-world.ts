import type { Repository } from '../../src/jobs.ts';
import type { CheckRun, GitHub, Reaction, Role, Thread, ThreadComment } from '../../src/ports.ts';
import type { FileChanges } from '../simulator/git/files.ts';

/** A check run as people see it on the commit. */
export interface ShownCheckRun extends CheckRun {
  readonly id: number;
  /** How often it was concluded. */
  readonly concluded: number;
}

/** The `GitHub` port under test, and what happens around it. */
export interface GitHubWorld {
  readonly github: GitHub;
  /** Its default branch is `main`, and has no commit yet. */
  readonly repository: Repository;
  /** Writes files on a branch, which starts at the default branch where it is new. Answers the commit's id. */
  commit(branch: string, changes: FileChanges): string;
  deleteBranch(branch: string): void;
  /** Answers its number. */
  openPullRequest(branch: string): number;
  closePullRequest(number: number): void;
  /** Answers its number. */
  openIssue(): number;
  /** What somebody writes; answers the comment. */
  comment(thread: Thread, text: string): ThreadComment;
  /** What everybody said in a thread, the app too, oldest first. */
  commentsOn(thread: Thread): readonly string[];
  /** The app's reactions, oldest first. */
  reactionsTo(comment: ThreadComment): readonly Reaction[];
  setRole(login: string, role: Role): void;
  /** Oldest first. */
  checkRunsOn(headSha: string): readonly Omit<ShownCheckRun, 'concluded'>[];
  /** From now on, longer listings of a tree are cut to that many entries. */
  limitTrees(entries: number): void;
  close(): Promise<void>;
}
