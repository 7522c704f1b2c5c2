import { ancestry, commitsBetween } from '../git/changes.ts';
import { type FileChanges, writeTree } from '../git/files.ts';
import { suiteFor } from './check-suites.ts';
import { installationOn } from './installations.ts';
import { pullsOf } from './pulls.ts';
import type { Account, PullRequest, Repository } from './records.ts';
import type { World } from './world.ts';

/** Git's and GitHub's way to say "no commit". */
export const NO_COMMIT = '0'.repeat(40);

/** What became of one ref: all that a `push` event tells. */
export interface Push {
  readonly repository: Repository;
  /** Such as `refs/heads/main` or `refs/tags/v1`. */
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly created: boolean;
  readonly deleted: boolean;
  readonly forced: boolean;
  /** New commits, oldest first. */
  readonly commits: readonly string[];
  readonly pusher: Account;
  readonly pushedAt: Date;
}

export interface CommitOptions {
  readonly message?: string;
  readonly author?: Account;
}

/** Writes a commit on `parent` (null: the first one) and answers its id. No ref moves. */
export function writeCommit(
  world: World,
  repository: Repository,
  parent: string | null,
  changes: FileChanges,
  options: CommitOptions,
): string {
  const { objects } = repository;
  const author = options.author ?? repository.owner;
  const email = `${author.id}+${author.login}@users.noreply.github.com`;
  const person = { name: author.login, email, date: world.clock.now() };
  const base = parent === null ? undefined : objects.commit(parent);
  return objects.addCommit({
    tree: writeTree(objects, base?.tree ?? null, changes),
    parents: parent === null ? [] : [parent],
    author: person,
    committer: person,
    message: options.message ?? 'Update files',
  });
}

/** Moves, creates (`sha` new) or deletes (`sha` null) a branch, with all that follows from it on GitHub. */
export function moveBranch(
  world: World,
  repository: Repository,
  branch: string,
  sha: string | null,
  pusher: Account,
): Push {
  const before = repository.branches.get(branch) ?? null;
  if (sha === null) repository.branches.delete(branch);
  else repository.branches.set(branch, sha);
  const push = describeMove(world, repository, { ref: `refs/heads/${branch}`, before, after: sha, pusher });
  if (sha === null) return push;

  for (const request of pullsFrom(world, repository, branch)) {
    request.pull.head.sha = sha;
    request.updatedAt = push.pushedAt;
  }
  // An app with checks:write gets a suite on each push to a repository it is installed on (rest/guides/
  // using-the-rest-api-to-interact-with-checks: "GitHub automatically creates a check suite").
  if (installationOn(world, repository)?.permissions['checks'] === 'write') {
    suiteFor(world, repository, world.app, sha, { headBranch: branch, before });
  }
  return push;
}

export function moveTag(
  world: World,
  repository: Repository,
  tag: string,
  sha: string,
  pusher: Account,
): Push {
  const before = repository.tags.get(tag) ?? null;
  repository.tags.set(tag, sha);
  return describeMove(world, repository, { ref: `refs/tags/${tag}`, before, after: sha, pusher });
}

interface Move {
  readonly ref: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly pusher: Account;
}

function describeMove(world: World, repository: Repository, move: Move): Push {
  const { ref, before, after, pusher } = move;
  const { objects } = repository;
  repository.pushedAt = world.clock.now();
  const forced = before !== null && after !== null && !isAncestor(repository, before, after);
  return {
    repository,
    ref,
    before: before ?? NO_COMMIT,
    after: after ?? NO_COMMIT,
    created: before === null && after !== null,
    deleted: after === null,
    forced,
    commits: after === null ? [] : commitsBetween(objects, before ?? alreadyThere(repository, ref), after),
    pusher,
    pushedAt: repository.pushedAt,
  };
}

/** A new ref brings the commits that the default branch does not have; the very first branch brings all. */
function alreadyThere(repository: Repository, ref: string): string | null {
  if (ref === `refs/heads/${repository.defaultBranch}`) return null;
  return repository.branches.get(repository.defaultBranch) ?? null;
}

function isAncestor(repository: Repository, ancestor: string, sha: string): boolean {
  for (const known of ancestry(repository.objects, sha)) {
    if (known === ancestor) return true;
  }
  return false;
}

/** Open pull requests, anywhere, whose head is that branch. */
function pullsFrom(world: World, repository: Repository, branch: string): PullRequest[] {
  const from: PullRequest[] = [];
  for (const home of world.repositories.values()) {
    for (const request of pullsOf(home)) {
      const { head } = request.pull;
      const follows = head.repository === repository && head.branch === branch;
      if (follows && request.state === 'open') from.push(request);
    }
  }
  return from;
}
