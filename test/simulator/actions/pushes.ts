import { ancestry, commitsBetween } from '../git/changes.ts';
import { NO_COMMIT, type Push } from '../state/changes.ts';
import { suiteFor } from '../state/check-suites.ts';
import { installationOn } from '../state/installations.ts';
import { pullsOf } from '../state/pulls.ts';
import type { Account, PullRequest, Repository } from '../state/records.ts';
import { emailOf, type World } from '../state/world.ts';

export interface NewCommit {
  readonly tree: string;
  /** None for a first commit, two for a merge. */
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Account;
}

/** Writes a commit and answers its id. No ref moves. */
export function writeCommit(world: World, repository: Repository, commit: NewCommit): string {
  const { author, ...facts } = commit;
  const person = { name: author.login, email: emailOf(author), date: world.clock.now() };
  return repository.objects.addCommit({ ...facts, author: person, committer: person });
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
  const ref = `refs/heads/${branch}`;
  const push = describeMove(world, repository, { ref, before, after: sha, pusher });
  if (sha === null) {
    repository.branches.delete(branch);
    return push;
  }
  repository.branches.set(branch, sha);
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

export function moveTag(world: World, repository: Repository, tag: string, sha: string): Push {
  const before = repository.tags.get(tag) ?? null;
  const move = { ref: `refs/tags/${tag}`, before, after: sha, pusher: repository.owner };
  const push = describeMove(world, repository, move);
  repository.tags.set(tag, sha);
  return push;
}

interface Move {
  readonly ref: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly pusher: Account;
}

/** To be called before the ref moves. */
function describeMove(world: World, repository: Repository, move: Move): Push {
  const { ref, before, after, pusher } = move;
  // A new ref brings the commits that the default branch does not have; the very first branch brings all.
  const known = before ?? repository.branches.get(repository.defaultBranch) ?? null;
  repository.pushedAt = world.clock.now();
  return {
    repository,
    ref,
    before: before ?? NO_COMMIT,
    after: after ?? NO_COMMIT,
    created: before === null && after !== null,
    deleted: after === null,
    forced: before !== null && after !== null && !reaches(repository, after, before),
    commits: after === null ? [] : commitsBetween(repository.objects, known, after),
    pusher,
    pushedAt: repository.pushedAt,
  };
}

/** True where `wanted` is `sha` or lies before it. */
function reaches(repository: Repository, sha: string, wanted: string): boolean {
  for (const reached of ancestry(repository.objects, sha)) {
    if (reached === wanted) return true;
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
