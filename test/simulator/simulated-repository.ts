import { addForeignRun, rerequestRun, rerequestSuite } from './actions/checks.ts';
import { addComment, changePull, openIssue, openPull, type PullAction } from './actions/issues.ts';
import { moveBranch, moveTag, writeCommit } from './actions/pushes.ts';
import { changeDefaultBranch, changeVisibility, remove, rename, transfer } from './actions/repositories.ts';
import type { FileChanges } from './git/files.ts';
import { RepositoryView } from './repository-view.ts';
import type * as Changes from './state/changes.ts';
import type { CheckRun, Issue, Repository, Role } from './state/records.ts';
import { accountNamed, type World } from './state/world.ts';

export interface CommitOptions {
  readonly message?: string;
  /** A login; the repository's owner unless told. */
  readonly author?: string;
}

export interface NewPullRequest {
  /** The branch with the changes; in the fork where `fromFork` is given. */
  readonly head: string;
  /** The default branch unless told. */
  readonly base?: string;
  readonly title?: string;
  readonly body?: string;
  /** A login; the head repository's owner unless told. */
  readonly author?: string;
  readonly draft?: boolean;
  readonly fromFork?: SimulatedRepository;
}

/**
 * What people do with one repository. Whatever GitHub has an event for answers the change that `simulator.webhooks`
 * makes the event from; nothing is delivered by itself.
 */
export class SimulatedRepository extends RepositoryView {
  readonly #world: World;

  constructor(world: World, record: Repository) {
    super(record);
    this.#world = world;
  }

  // ── Branches and tags ──────────────────────────────────────────────────────────────────────────────────

  /** Commits on a branch; one that does not exist yet is made, from the default branch where that exists. */
  commit(branch: string, changes: FileChanges, options: CommitOptions = {}): Changes.Push {
    const { branches, defaultBranch } = this.record;
    const parent = branches.get(branch) ?? branches.get(defaultBranch) ?? null;
    return this.#pushCommit(branch, parent, changes, options);
  }

  /** A new branch at `from`, a branch name or a commit id. */
  createBranch(branch: string, from = this.record.defaultBranch): Changes.Push {
    return moveBranch(this.#world, this.record, branch, this.#commitAt(from), this.record.owner);
  }

  deleteBranch(branch: string): Changes.Push {
    this.head(branch);
    return moveBranch(this.#world, this.record, branch, null, this.record.owner);
  }

  /** Puts another commit in the place of the branch's last one. */
  forcePush(branch: string, changes: FileChanges, options: CommitOptions = {}): Changes.Push {
    const [parent = null] = this.record.objects.commit(this.head(branch))?.parents ?? [];
    return this.#pushCommit(branch, parent, changes, { message: 'Rewrite', ...options });
  }

  /** Sets a tag on a branch's head or on a commit. */
  tag(name: string, on = this.record.defaultBranch): Changes.Push {
    return moveTag(this.#world, this.record, name, this.#commitAt(on));
  }

  // ── Pull requests and issues ───────────────────────────────────────────────────────────────────────────

  openPullRequest(options: NewPullRequest): Changes.PullRequestChange {
    const { head, base = this.record.defaultBranch, title = `Merge ${head}`, body = null } = options;
    const home = options.fromFork ?? this;
    return openPull(this.#world, this.record, {
      title,
      body,
      author: accountNamed(this.#world, options.author ?? home.record.owner.login),
      draft: options.draft ?? false,
      base: { branch: base, sha: this.head(base) },
      head: { repository: home.record, branch: head, sha: home.head(head) },
    });
  }

  /** Commits on a pull request's branch: one push in the head repository, and the pull request follows it. */
  pushToPullRequest(
    number: number,
    changes: FileChanges,
    options: CommitOptions = {},
  ): { push: Changes.Push; change: Changes.PullRequestChange } {
    const request = this.pullRequest(number);
    const { repository: home, branch, sha: before } = request.pull.head;
    const push = new SimulatedRepository(this.#world, home).commit(branch, changes, options);
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

  changePullRequest(number: number, action: PullAction): Changes.PullRequestChange {
    return changePull(this.#world, this.record, this.pullRequest(number), action);
  }

  openIssue(options: { title?: string; body?: string; author?: string } = {}): Issue {
    const { title = 'A question', body = null, author = this.record.owner.login } = options;
    return openIssue(this.#world, this.record, { title, body, author: accountNamed(this.#world, author) });
  }

  /** A person's comment on an issue or pull request. */
  comment(number: number, body: string, author = this.record.owner.login): Changes.CommentChange {
    const issue = this.record.issues.get(number);
    if (issue === undefined) throw new Error(`${this.fullName} has no issue ${number}`);
    const facts = { issue, body, author: accountNamed(this.#world, author), byApp: false };
    return addComment(this.#world, this.record, facts);
  }

  // ── Checks ─────────────────────────────────────────────────────────────────────────────────────────────

  /** *Re-run* of one check in GitHub's UI. */
  rerequestCheckRun(run: CheckRun, sender = this.record.owner.login): Changes.CheckRunChange {
    return rerequestRun(this.#world, this.record, run, accountNamed(this.#world, sender));
  }

  /** *Re-run all checks* of the app on a commit. */
  rerequestCheckSuite(headSha: string, sender = this.record.owner.login): Changes.CheckSuiteChange {
    return rerequestSuite(this.#world, this.record, headSha, accountNamed(this.#world, sender));
  }

  /** A press on a run's button. */
  pressAction(run: CheckRun, identifier: string, sender = this.record.owner.login): Changes.CheckRunChange {
    const account = accountNamed(this.#world, sender);
    return { repository: this.record, run, action: 'requested_action', sender: account, identifier };
  }

  /** A finished run of some other app, which ours must leave alone. */
  addForeignCheckRun(name: string, headSha: string): CheckRun {
    return addForeignRun(this.#world, this.record, name, headSha);
  }

  // ── Settings ───────────────────────────────────────────────────────────────────────────────────────────

  setRole(login: string, role: Role): void {
    accountNamed(this.#world, login);
    this.record.collaborators.set(login, role);
  }

  rename(name: string): Changes.RepositoryChange {
    return rename(this.#world, this.record, name);
  }

  /** Gives it to another account. */
  transfer(owner: string): Changes.Transfer {
    return transfer(this.#world, this.record, accountNamed(this.#world, owner));
  }

  setVisibility(visibility: 'private' | 'public'): Changes.RepositoryChange {
    return changeVisibility(this.#world, this.record, visibility);
  }

  /** Fails where there is no such branch. */
  setDefaultBranch(branch: string): Changes.RepositoryChange {
    this.head(branch);
    return changeDefaultBranch(this.#world, this.record, branch);
  }

  delete(): Changes.RepositoryChange {
    return remove(this.#world, this.record);
  }

  #pushCommit(
    branch: string,
    parent: string | null,
    changes: FileChanges,
    options: CommitOptions,
  ): Changes.Push {
    const { message = 'Update files' } = options;
    const author = accountNamed(this.#world, options.author ?? this.record.owner.login);
    const sha = writeCommit(this.#world, this.record, { parent, changes, message, author });
    return moveBranch(this.#world, this.record, branch, sha, author);
  }

  #commitAt(place: string): string {
    const sha = this.record.branches.get(place) ?? place;
    if (this.record.objects.commit(sha) === undefined) {
      throw new Error(`${this.fullName} has no commit ${place}`);
    }
    return sha;
  }
}
