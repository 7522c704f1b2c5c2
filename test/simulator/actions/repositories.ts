import type { FileChanges } from '../git/files.ts';
import type { RepositoryChange } from '../state/changes.ts';
import { installationOn, installOn } from '../state/installations.ts';
import type { Account, Repository } from '../state/records.ts';
import { createRepository } from '../state/repositories.ts';
import { accountNamed, fullName, type World } from '../state/world.ts';

export interface NewRepository {
  readonly owner: string;
  readonly name: string;
  readonly ownerType?: Account['type'];
  readonly defaultBranch?: string;
  readonly private?: boolean;
  /** The first commit; without files the repository is empty. */
  readonly files?: FileChanges;
  /** False where the app is not installed on it. */
  readonly installed?: boolean;
}

/** An empty repository; `files` are the caller's to commit. */
export function addRepository(world: World, options: NewRepository): Repository {
  const { name, defaultBranch = 'main', installed = true } = options;
  const owner = accountNamed(world, options.owner, options.ownerType);
  const facts = { owner, name, private: options.private ?? false, defaultBranch };
  const repository = createRepository(world, facts);
  if (installed) installOn(world, owner).repositoryIds.add(repository.id);
  return repository;
}

/** Renames the repository; GitHub sends callers with the old name on to the new one. */
export function rename(world: World, repository: Repository, name: string): RepositoryChange {
  const installation = installationOn(world, repository);
  const formerName = repository.name;
  world.formerNames.set(fullName(repository).toLowerCase(), repository.id);
  repository.name = name;
  return { repository, action: 'renamed', sender: repository.owner, formerName, installation };
}

/** Deletes the repository; from now on it is a 404. */
export function remove(world: World, repository: Repository): RepositoryChange {
  const installation = installationOn(world, repository);
  world.repositories.delete(repository.id);
  return { repository, action: 'deleted', sender: repository.owner, installation };
}
