import type { InstallationChange, InstallationRepositoriesChange } from '../state/changes.ts';
import { reachedBy } from '../state/installations.ts';
import type { Installation, Permissions, Repository } from '../state/records.ts';
import type { World } from '../state/world.ts';

/** Removes the app from the account; its tokens stop working. */
export function uninstall(world: World, installation: Installation): InstallationChange {
  const repositories = reachedBy(world, installation);
  world.installations.delete(installation.id);
  return { installation, action: 'deleted', repositories };
}

/** Suspends the app on the account, or ends that. */
export function suspend(world: World, installation: Installation, suspended: boolean): InstallationChange {
  installation.updatedAt = world.clock.now();
  installation.suspendedAt = suspended ? installation.updatedAt : null;
  const repositories = reachedBy(world, installation);
  return { installation, action: suspended ? 'suspend' : 'unsuspend', repositories };
}

/** The account's owner accepts what the app asks for now. */
export function grant(
  world: World,
  installation: Installation,
  permissions: Permissions,
): InstallationChange {
  installation.updatedAt = world.clock.now();
  installation.permissions = permissions;
  const repositories = reachedBy(world, installation);
  return { installation, action: 'new_permissions_accepted', repositories };
}

/** Adds repositories to what the app was installed on, or takes them away. */
export function select(
  world: World,
  installation: Installation,
  repositories: readonly Repository[],
  selected: boolean,
): InstallationRepositoriesChange {
  installation.updatedAt = world.clock.now();
  for (const { id } of repositories) {
    if (selected) installation.repositoryIds.add(id);
    else installation.repositoryIds.delete(id);
  }
  return { installation, action: selected ? 'added' : 'removed', repositories };
}
