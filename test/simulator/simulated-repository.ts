import type { FileChanges } from './git/files.ts';
import { isPull } from './state/pulls.ts';
import { type CommitOptions, moveBranch, moveTag, type Push, writeCommit } from './state/pushes.ts';
import type {
  Account,
  CheckRun,
  Comment,
  Issue,
  PullRequest,
  Reaction,
  Repository,
  Role,
} from './state/records.ts';
import { accountNamed, fullName, type World } from './state/world.ts';

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

/** What happened to a pull request: all that a `pull_request` event tells. */
export interface PullRequestChange {
  readonly repository: Repository;
  readonly request: PullRequest;
  readonly action:
    | 'opened'
    | 'synchronize'
    | 'closed'
    | 'reopened'
    | 'ready_for_review'
    | 'converted_to_draft';
  readonly sender: Account;
  /** Heads before and after, with `synchronize` only. */
  readonly before?: string;
  readonly after?: string;
}

/** What people do with one repository, and what they would now see there. */
export class SimulatedRepository {
  readonly record: Repository;
  readonly #world: World;

  constructor(world: World, record: Repository) {
    this.#world = world;
    this.record = record;
  }

  get id(): number {
    return this.record.id;
  }

  get fullName(): string {
    return fullName(this.record);
  }

  /** The commit a branch is on. Fails where there is no such branch. */
  head(branch = this.record.defaultBranch): string {
    const sha = this.record.branches.get(branch);
    if (sha === undefined) throw new Error(`${this.fullName} has no branch ${branch}`);
    return sha;
  }

  /** Commits on a branch, which is made where it does not exist in an empty repository. */
  commit(branch: string, changes: FileChanges, options: CommitOptions = {}): Push {
    const parent = this.record.branches.get(branch) ?? null;
    const sha = writeCommit(this.#world, this.record, parent, changes, options);
    return moveBranch(this.#world, this.record, branch, sha, options.author ?? this.record.owner);
  }

  /** A new branch at `from`, a branch name or a commit id. */
  createBranch(branch: string, from = this.record.defaultBranch): Push {
    const sha = this.record.branches.get(from) ?? from;
    return moveBranch(this.#world, this.record, branch, sha, this.record.owner);
  }

  deleteBranch(branch: string): Push {
    this.head(branch);
    return moveBranch(this.#world, this.record, branch, null, this.record.owner);
  }

  /** Replaces the branch's last commit by another one; `parent` (else the last commit's own) is what it stands on. */
  forcePush(branch: string, changes: FileChanges, options: CommitOptions & { parent?: string } = {}): Push {
    const replaced = this.record.objects.commit(this.head(branch));
    const parent = options.parent ?? replaced?.parents[0] ?? null;
    const sha = writeCommit(this.#world, this.record, parent, changes, { message: 'Rewrite', ...options });
    return moveBranch(this.#world, this.record, branch, sha, options.author ?? this.record.owner);
  }

  /** Sets a tag on a branch's head or a commit. */
  tag(name: string, on = this.record.defaultBranch): Push {
    const sha = this.record.branches.get(on) ?? on;
    return moveTag(this.#world, this.record, name, sha, this.record.owner);
  }

  openPullRequest(options: NewPullRequest): PullRequestChange {
    const home = (options.fromFork ?? this).record;
    const base = options.base ?? this.record.defaultBranch;
    const author = accountNamed(this.#world, options.author ?? home.owner.login);
    const headSha = (options.fromFork ?? this).head(options.head);
    const issue = this.#newIssue(options.title ?? `Merge ${options.head}`, options.body ?? null, author);
    const pull = {
      id: this.#world.counters.next('pull'),
      draft: options.draft ?? false,
      merged: false,
      base: { branch: base, sha: this.head(base) },
      head: { repository: home, branch: options.head, sha: headSha },
    };
    const request: PullRequest = { ...issue, pull };
    this.record.issues.set(request.number, request);
    return { repository: this.record, request, action: 'opened', sender: author };
  }

  /** Commits on a pull request's branch: one push, and the pull request follows it. */
  pushToPullRequest(
    number: number,
    changes: FileChanges,
    options: CommitOptions = {},
  ): { push: Push; change: PullRequestChange } {
    const request = this.#pull(number);
    const { repository, branch, sha: before } = request.pull.head;
    const push = new SimulatedRepository(this.#world, repository).commit(branch, changes, options);
    const change = {
      repository: this.record,
      request,
      action: 'synchronize',
      sender: push.pusher,
      before,
      after: push.after,
    } as const;
    return { push, change };
  }

  closePullRequest(number: number, options: { merged?: boolean } = {}): PullRequestChange {
    const request = this.#pull(number);
    request.state = 'closed';
    request.closedAt = this.#world.clock.now();
    request.pull.merged = options.merged ?? false;
    return this.#changed(request, 'closed');
  }

  reopenPullRequest(number: number): PullRequestChange {
    const request = this.#pull(number);
    request.state = 'open';
    request.closedAt = null;
    return this.#changed(request, 'reopened');
  }

  markReady(number: number): PullRequestChange {
    const request = this.#pull(number);
    request.pull.draft = false;
    return this.#changed(request, 'ready_for_review');
  }

  openIssue(options: { title?: string; body?: string; author?: string } = {}): Issue {
    const author = accountNamed(this.#world, options.author ?? this.record.owner.login);
    const issue = this.#newIssue(options.title ?? 'A question', options.body ?? null, author);
    this.record.issues.set(issue.number, issue);
    return issue;
  }

  /** A person's comment on an issue or pull request. */
  comment(issueNumber: number, body: string, author = this.record.owner.login): Comment {
    const now = this.#world.clock.now();
    const comment = {
      id: this.#world.counters.next('comment'),
      issueNumber,
      author: accountNamed(this.#world, author),
      body,
      createdAt: now,
      updatedAt: now,
      byApp: false,
    };
    this.record.comments.set(comment.id, comment);
    return comment;
  }

  setRole(login: string, role: Role): void {
    accountNamed(this.#world, login);
    this.record.collaborators.set(login, role);
  }

  /** Check runs on a commit, oldest first, with their annotations. */
  checkRuns(headSha: string): CheckRun[] {
    return [...this.record.checkRuns.values()].filter(run => run.headSha === headSha);
  }

  /** Comments on an issue or pull request, oldest first. */
  comments(issueNumber: number): Comment[] {
    return [...this.record.comments.values()].filter(comment => comment.issueNumber === issueNumber);
  }

  /** Reactions on a comment, oldest first. */
  reactions(commentId: number): Reaction[] {
    return [...this.record.reactions.values()].filter(({ subject }) => {
      return subject.kind === 'comment' && subject.id === commentId;
    });
  }

  #changed(request: PullRequest, action: PullRequestChange['action']): PullRequestChange {
    request.updatedAt = this.#world.clock.now();
    return { repository: this.record, request, action, sender: this.record.owner };
  }

  #newIssue(title: string, body: string | null, author: Account): Issue {
    const now = this.#world.clock.now();
    const id = this.#world.counters.next('issue');
    const number = this.record.issues.size + 1;
    const dates = { createdAt: now, updatedAt: now, closedAt: null };
    return { id, number, title, body, author, state: 'open', ...dates, pull: null };
  }

  #pull(number: number): PullRequest {
    const issue = this.record.issues.get(number);
    if (!isPull(issue)) throw new Error(`${this.fullName} has no pull request ${number}`);
    return issue;
  }
}
