import type { Account, Installation, Repository } from './records.ts';
import type { World } from './world.ts';

/** The app's installation on the account, made on first need with the permissions the app asks for. */
export function installOn(
  world: World,
  account: Account,
  repositorySelection: Installation['repositorySelection'] = 'selected',
): Installation {
  const known = installationOf(world, account);
  if (known !== undefined) return known;
  const id = world.counters.next('installation');
  const now = world.clock.now();
  const installation: Installation = {
    id,
    account,
    repositorySelection,
    repositoryIds: new Set<number>(),
    permissions: world.app.permissions,
    suspendedAt: null,
    createdAt: now,
    updatedAt: now,
  };
  world.installations.set(id, installation);
  return installation;
}

export function installationOf(world: World, account: Account): Installation | undefined {
  return [...world.installations.values()].find(installation => installation.account.id === account.id);
}

/** The repositories that the installation reaches. */
export function reachedBy(world: World, installation: Installation): Repository[] {
  return [...world.repositories.values()].filter(repository => covers(installation, repository));
}

export function covers(installation: Installation, repository: Repository): boolean {
  if (installation.account.id !== repository.owner.id) return false;
  return installation.repositorySelection === 'all' || installation.repositoryIds.has(repository.id);
}

/** The installation that reaches the repository, or undefined where the app is not installed on it. */
export function installationOn(world: World, repository: Repository): Installation | undefined {
  return [...world.installations.values()].find(installation => covers(installation, repository));
}
