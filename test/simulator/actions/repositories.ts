import type { FileChanges } from '../git/files.ts';
import type { RepositoryChange } from '../state/changes.ts';
import { installationOf, installationOn, installOn } from '../state/installations.ts';
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
  const former = { name: repository.name };
  world.formerNames.set(fullName(repository).toLowerCase(), repository.id);
  repository.name = name;
  return changeOf(world, repository, 'renamed', former);
}

/**
 * Gives the repository to another owner; the old name leads on to the new one. GitHub sends the event to the new owner's
 * installation only (docs: webhooks/webhook-events-and-payloads#repository).
 */
export function transfer(world: World, repository: Repository, owner: Account): RepositoryChange {
  const former = { owner: repository.owner };
  world.formerNames.set(fullName(repository).toLowerCase(), repository.id);
  installationOn(world, repository)?.repositoryIds.delete(repository.id);
  repository.owner = owner;
  repository.collaborators.set(owner.login, 'admin');
  installationOf(world, owner)?.repositoryIds.add(repository.id);
  return changeOf(world, repository, 'transferred', former);
}

export function setVisibility(world: World, repository: Repository, isPrivate: boolean): RepositoryChange {
  repository.private = isPrivate;
  return changeOf(world, repository, isPrivate ? 'privatized' : 'publicized');
}

/** The branch has to be there. */
export function setDefaultBranch(world: World, repository: Repository, branch: string): RepositoryChange {
  const former = { defaultBranch: repository.defaultBranch };
  repository.defaultBranch = branch;
  return changeOf(world, repository, 'edited', former);
}

/** Deletes the repository; from now on it is a 404. */
export function remove(world: World, repository: Repository): RepositoryChange {
  const change = changeOf(world, repository, 'deleted');
  world.repositories.delete(repository.id);
  return change;
}

function changeOf(
  world: World,
  repository: Repository,
  action: RepositoryChange['action'],
  former: RepositoryChange['former'] = {},
): RepositoryChange {
  const installation = installationOn(world, repository);
  return { repository, action, sender: repository.owner, former, installation };
}
