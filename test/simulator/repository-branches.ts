import { moveBranch, moveTag, writeCommit } from './actions/pushes.ts';
import { treeOf } from './git/changes.ts';
import { type FileChanges, writeTree } from './git/files.ts';
import { RepositoryView } from './repository-view.ts';
import type { Push } from './state/changes.ts';
import type { Account, Repository } from './state/records.ts';
import { accountNamed, type World } from './state/world.ts';

export interface CommitOptions {
  readonly message?: string;
  /** A login; the repository's owner unless told. */
  readonly author?: string;
}

/** What people do with a repository's branches and tags. */
export class RepositoryBranches extends RepositoryView {
  protected readonly world: World;

  constructor(world: World, record: Repository) {
    super(record);
    this.world = world;
  }

  /** Commits on a branch; one that does not exist yet is made, from the default branch where that exists. */
  commit(branch: string, changes: FileChanges, options: CommitOptions = {}): Push {
    const { branches, defaultBranch } = this.record;
    const parent = branches.get(branch) ?? branches.get(defaultBranch) ?? null;
    return this.#pushCommit(branch, parent, changes, options);
  }

  /** A branch whose first commit stands on nothing: it has no history in common with any other. */
  commitOrphan(branch: string, changes: FileChanges, options: CommitOptions = {}): Push {
    return this.#pushCommit(branch, null, changes, options);
  }

  /** A new branch at `from`, a branch name or a commit id. */
  createBranch(branch: string, from = this.record.defaultBranch): Push {
    return moveBranch(this.world, this.record, branch, this.#commitAt(from), this.record.owner);
  }

  deleteBranch(branch: string): Push {
    this.head(branch);
    return moveBranch(this.world, this.record, branch, null, this.record.owner);
  }

  /** Puts another commit in the place of the branch's last one. */
  forcePush(branch: string, changes: FileChanges, options: CommitOptions = {}): Push {
    const [parent = null] = this.record.objects.commit(this.head(branch))?.parents ?? [];
    return this.#pushCommit(branch, parent, changes, { message: 'Rewrite', ...options });
  }

  /** Sets a tag on a branch's head or on a commit. */
  tag(name: string, on = this.record.defaultBranch): Push {
    return moveTag(this.world, this.record, name, this.#commitAt(on));
  }

  /** The account of that login; of the repository's owner where none is told. */
  protected account(login = this.record.owner.login): Account {
    return accountNamed(this.world, login);
  }

  #pushCommit(branch: string, parent: string | null, changes: FileChanges, options: CommitOptions): Push {
    const { message = 'Update files' } = options;
    const author = this.account(options.author);
    const { objects } = this.record;
    const tree = writeTree(objects, parent && treeOf(objects, parent), changes);
    const parents = parent === null ? [] : [parent];
    const sha = writeCommit(this.world, this.record, { tree, parents, message, author });
    return moveBranch(this.world, this.record, branch, sha, author);
  }

  #commitAt(place: string): string {
    const sha = this.record.branches.get(place) ?? place;
    if (this.record.objects.commit(sha) === undefined) {
      throw new Error(`${this.fullName} has no commit ${place}`);
    }
    return sha;
  }
}
