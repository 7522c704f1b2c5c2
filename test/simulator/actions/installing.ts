import type {
  InstallationChange,
  InstallationRepositoriesChange,
  RepositoryChange,
} from '../state/changes.ts';
import { installationOn, reachedBy } from '../state/installations.ts';
import type { Installation, Permissions, Repository } from '../state/records.ts';
import { fullName, type World } from '../state/world.ts';

/** Removes the app from the account; its tokens stop working. */
export function uninstall(world: World, installation: Installation): InstallationChange {
  const repositories = reachedBy(world, installation);
  world.installations.delete(installation.id);
  return { installation, action: 'deleted', repositories };
}

/** Suspends the app on the account, or ends that. */
export function suspend(world: World, installation: Installation, suspended: boolean): InstallationChange {
  installation.suspendedAt = suspended ? world.clock.now() : null;
  const repositories = reachedBy(world, installation);
  return { installation, action: suspended ? 'suspend' : 'unsuspend', repositories };
}

/** The account's owner accepts what the app asks for now. */
export function grant(
  world: World,
  installation: Installation,
  permissions: Permissions,
): InstallationChange {
  installation.permissions = permissions;
  const repositories = reachedBy(world, installation);
  return { installation, action: 'new_permissions_accepted', repositories };
}

/** Adds a repository to what the app was installed on, or takes it away. */
export function select(
  installation: Installation,
  repository: Repository,
  selected: boolean,
): InstallationRepositoriesChange {
  if (selected) installation.repositoryIds.add(repository.id);
  else installation.repositoryIds.delete(repository.id);
  return { installation, action: selected ? 'added' : 'removed', repositories: [repository] };
}

/** Renames the repository; GitHub sends callers with the old name on to the new one. */
export function rename(world: World, repository: Repository, name: string): RepositoryChange {
  const formerName = repository.name;
  world.formerNames.set(fullName(repository).toLowerCase(), repository.id);
  repository.name = name;
  return { repository, action: 'renamed', sender: repository.owner, formerName, ...where(world, repository) };
}

export function remove(world: World, repository: Repository): RepositoryChange {
  const installation = where(world, repository);
  world.repositories.delete(repository.id);
  return { repository, action: 'deleted', sender: repository.owner, ...installation };
}

function where(world: World, repository: Repository) {
  return { installation: installationOn(world, repository) };
}
