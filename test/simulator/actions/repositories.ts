import type { FileChanges } from '../git/files.ts';
import type { RepositoryAction, RepositoryChange, Transfer } from '../state/changes.ts';
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
  const formerName = repository.name;
  world.formerNames.set(fullName(repository).toLowerCase(), repository.id);
  repository.name = name;
  return changed(world, repository, { action: 'renamed', formerName });
}

/**
 * Gives the repository to another account. The old name leads on as after a renaming; the app reaches it where the new
 * owner has installed it on all repositories, and its old installation does no more. GitHub tells the app of both (seen
 * by others: polarsource/polar#1207), and of the transfer itself only "the account where the ownership is transferred".
 */
export function transfer(world: World, repository: Repository, owner: Account): Transfer {
  const before = installationOn(world, repository);
  const formerOwner = repository.owner;
  world.formerNames.set(fullName(repository).toLowerCase(), repository.id);
  before?.repositoryIds.delete(repository.id);
  repository.owner = owner;
  repository.collaborators.set(owner.login, 'admin');
  const change = changed(world, repository, { action: 'transferred', formerOwner });
  const after = change.installation;
  const repositories = [repository];
  return {
    removed: before === undefined ? null : { installation: before, action: 'removed', repositories },
    added: after === undefined ? null : { installation: after, action: 'added', repositories },
    transferred: after === undefined ? null : change,
  };
}

/** Hides the repository from those who may not read it, or shows it to everyone. */
export function changeVisibility(
  world: World,
  repository: Repository,
  visibility: 'private' | 'public',
): RepositoryChange {
  repository.private = visibility === 'private';
  return changed(world, repository, { action: repository.private ? 'privatized' : 'publicized' });
}

export function changeDefaultBranch(world: World, repository: Repository, branch: string): RepositoryChange {
  const formerDefaultBranch = repository.defaultBranch;
  repository.defaultBranch = branch;
  return changed(world, repository, { action: 'edited', formerDefaultBranch });
}

/** Deletes the repository; from now on it is a 404. */
export function remove(world: World, repository: Repository): RepositoryChange {
  const change = changed(world, repository, { action: 'deleted' });
  world.repositories.delete(repository.id);
  return change;
}

function changed(world: World, repository: Repository, action: RepositoryAction): RepositoryChange {
  repository.updatedAt = world.clock.now();
  return { ...action, repository, sender: repository.owner, installation: installationOn(world, repository) };
}
