import { addComment, editComment, removeComment } from './actions/comments.ts';
import { changeIssue, deleteIssue, type IssueEdit, openIssue } from './actions/issues.ts';
import { changePull, editPull, mergePull, openPull, type PullAction } from './actions/pulls.ts';
import type { FileChanges } from './git/files.ts';
import { type CommitOptions, RepositoryBranches } from './repository-branches.ts';
import type { RepositoryView } from './repository-view.ts';
import type { CommentChange, IssueChange, PullRequestChange, Push } from './state/changes.ts';
import type { Comment, Issue } from './state/records.ts';

export interface NewPullRequest {
  /** The branch with the changes; in the fork where `fromFork` is given. */
  readonly head: string;
  /** The default branch unless told. */
  readonly base?: string;
  readonly title?: string;
  readonly body?: string;
  /** A login, `…[bot]` for a bot; the head repository's owner unless told. */
  readonly author?: string;
  readonly draft?: boolean;
  readonly fromFork?: RepositoryView;
}

/** What people do with a repository's pull requests, issues and comments. */
export class RepositoryConversations extends RepositoryBranches {
  openPullRequest(options: NewPullRequest): PullRequestChange {
    const { head, base = this.record.defaultBranch, title = `Merge ${head}`, body = null } = options;
    const home = options.fromFork ?? this;
    return openPull(this.world, this.record, {
      title,
      body,
      author: this.account(options.author ?? home.record.owner.login),
      draft: options.draft ?? false,
      base: { branch: base, sha: this.head(base) },
      head: { repository: home.record, branch: head, sha: home.head(head) },
    });
  }

  /**
   * Commits on a pull request's branch: one push in the head repository, and the pull request follows it. With `force`
   * the commit takes the place of the last one.
   */
  pushToPullRequest(
    number: number,
    changes: FileChanges,
    options: CommitOptions & { readonly force?: boolean } = {},
  ): { push: Push; change: PullRequestChange } {
    const request = this.pullRequest(number);
    const { repository: home, branch, sha: before } = request.pull.head;
    const branches = new RepositoryBranches(this.world, home);
    const push = options.force
      ? branches.forcePush(branch, changes, options)
      : branches.commit(branch, changes, options);
    const { pusher: sender, after } = push;
    const change = {
      repository: this.record,
      request,
      action: 'synchronize',
      sender,
      before,
      after,
    } as const;
    return { push, change };
  }

  changePullRequest(number: number, action: PullAction, sender?: string): PullRequestChange {
    const request = this.pullRequest(number);
    return changePull(this.world, this.record, request, action, this.account(sender));
  }

  /** Changes what a pull request says, or its base branch. */
  editPullRequest(
    number: number,
    edit: { readonly title?: string; readonly body?: string; readonly base?: string },
    sender?: string,
  ): PullRequestChange {
    const { base: branch, ...words } = edit;
    const base = branch !== undefined && { base: { branch, sha: this.head(branch) } };
    const request = this.pullRequest(number);
    return editPull(this.world, this.record, request, { ...words, ...base }, this.account(sender));
  }

  /** A merge commit on the base branch, and the pull request closed: GitHub sends an event for either. */
  mergePullRequest(number: number, sender?: string): { push: Push; change: PullRequestChange } {
    return mergePull(this.world, this.record, this.pullRequest(number), this.account(sender));
  }

  /** Its `opened` is the last of `simulator.issueChanges`. */
  openIssue(options: { title?: string; body?: string; author?: string } = {}): Issue {
    const { title = 'A question', body = null, author } = options;
    return openIssue(this.world, this.record, { title, body, author: this.account(author) });
  }

  /** Changes title, body or state; answers one change for each kind of event that GitHub sends for it. */
  changeIssue(number: number, edit: IssueEdit, sender?: string): IssueChange[] {
    return changeIssue(this.world, this.record, this.issue(number), edit, this.account(sender));
  }

  /** A click on the first empty box of an issue's task list. Fails where there is none. */
  tickBox(number: number, sender?: string): IssueChange[] {
    const { body } = this.issue(number);
    const ticked = body?.replace('- [ ]', '- [x]');
    if (ticked === undefined || ticked === body) throw new Error(`Issue ${number} has no empty box`);
    return this.changeIssue(number, { body: ticked }, sender);
  }

  deleteIssue(number: number, sender?: string): IssueChange {
    return deleteIssue(this.world, this.record, this.issue(number), this.account(sender));
  }

  /** A person's comment on an issue or pull request. */
  comment(number: number, body: string, author?: string): CommentChange {
    const facts = { issue: this.issue(number), body, author: this.account(author) };
    return addComment(this.world, this.record, facts);
  }

  /** A person changes what a comment says; whose it is does not matter to GitHub where they may write. */
  editComment(id: number, body: string, sender?: string): CommentChange {
    return editComment(this.world, this.record, this.#commentAt(id), { body, sender: this.account(sender) });
  }

  deleteComment(id: number, sender?: string): CommentChange {
    return removeComment(this.world, this.record, this.#commentAt(id), this.account(sender));
  }

  #commentAt(id: number): Comment {
    const comment = this.record.comments.get(id);
    if (comment === undefined) throw new Error(`${this.fullName} has no comment ${id}`);
    return comment;
  }
}
