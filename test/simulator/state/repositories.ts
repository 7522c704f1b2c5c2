import { ObjectDatabase } from '../git/object-database.ts';
import type { Account, Repository } from './records.ts';
import type { World } from './world.ts';

export interface RepositoryFacts {
  readonly owner: Account;
  readonly name: string;
  readonly private: boolean;
  readonly defaultBranch: string;
}

/** An empty repository. */
export function createRepository(world: World, facts: RepositoryFacts): Repository {
  return register(world, { ...facts, parent: null, objects: new ObjectDatabase(), branches: new Map() });
}

/** A copy under another owner that shares the parent's objects. */
export function forkRepository(world: World, parent: Repository, owner: Account): Repository {
  const { name, defaultBranch, objects } = parent;
  const branches = new Map(parent.branches);
  return register(world, { owner, name, private: parent.private, defaultBranch, parent, objects, branches });
}

/** The repository, what it was forked from and the forks of that: all that share its objects. */
export function networkOf(world: World, repository: Repository): Repository[] {
  return [...world.repositories.values()].filter(other => other.objects === repository.objects);
}

function register(
  world: World,
  facts: RepositoryFacts & Pick<Repository, 'parent' | 'objects' | 'branches'>,
): Repository {
  const now = world.clock.now();
  const repository: Repository = {
    ...facts,
    id: world.counters.next('repository'),
    tags: new Map(),
    createdAt: now,
    updatedAt: now,
    pushedAt: now,
    issues: new Map(),
    deletedIssues: new Set(),
    hasIssues: facts.parent === null,
    comments: new Map(),
    reactions: new Map(),
    checkSuites: new Map(),
    checkRuns: new Map(),
    collaborators: new Map([[facts.owner.login, 'admin']]),
  };
  world.repositories.set(repository.id, repository);
  return repository;
}
