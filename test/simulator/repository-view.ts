import { filesOf } from './git/files.ts';
import { reactionsOf } from './shapes/issue.ts';
import { isPull } from './state/pulls.ts';
import type { CheckRun, Comment, Issue, PullRequest, Reaction, Repository } from './state/records.ts';
import { fullName } from './state/world.ts';

/** What GitHub would now show of one repository. */
export class RepositoryView {
  readonly record: Repository;

  constructor(record: Repository) {
    this.record = record;
  }

  get id(): number {
    return this.record.id;
  }

  /** `owner/name` */
  get fullName(): string {
    return fullName(this.record);
  }

  /** The commit a branch is on. Fails where there is no such branch. */
  head(branch = this.record.defaultBranch): string {
    const sha = this.record.branches.get(branch);
    if (sha === undefined) throw new Error(`${this.fullName} has no branch ${branch}`);
    return sha;
  }

  /** The text of a file at a commit. Fails where there is none. */
  read(commitSha: string, path: string): string {
    const { objects } = this.record;
    const tree = objects.commit(commitSha)?.tree ?? '';
    const bytes = objects.blob(filesOf(objects, tree).get(path)?.sha ?? '');
    if (bytes === undefined) throw new Error(`${this.fullName} has no ${path} at ${commitSha}`);
    return Buffer.from(bytes).toString('utf8');
  }

  /** An issue or a pull request. Fails where there is none of that number. */
  issue(number: number): Issue {
    const issue = this.record.issues.get(number);
    if (issue === undefined) throw new Error(`${this.fullName} has no issue ${number}`);
    return issue;
  }

  /** Fails where there is no such pull request. */
  pullRequest(number: number): PullRequest {
    const issue = this.record.issues.get(number);
    if (!isPull(issue)) throw new Error(`${this.fullName} has no pull request ${number}`);
    return issue;
  }

  /** Check runs on a commit, oldest first, with their annotations. */
  checkRuns(headSha: string): CheckRun[] {
    return [...this.record.checkRuns.values()].filter(run => run.headSha === headSha);
  }

  /** Comments on an issue or pull request, oldest first. */
  comments(number: number): Comment[] {
    return [...this.record.comments.values()].filter(comment => comment.issueNumber === number);
  }

  /** Reactions on a comment, oldest first. */
  reactions(commentId: number): Reaction[] {
    return reactionsOf(this.record, { kind: 'comment', id: commentId });
  }
}
