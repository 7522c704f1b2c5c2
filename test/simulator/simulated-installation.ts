import { grant, select, suspend, uninstall } from './actions/installing.ts';
import type { SimulatedRepository } from './simulated-repository.ts';
import type { InstallationChange, InstallationRepositoriesChange } from './state/changes.ts';
import { reachedBy } from './state/installations.ts';
import type { Installation, Permissions } from './state/records.ts';
import type { World } from './state/world.ts';

/** The app's installation on one account, and what the account's owner does with it. */
export class SimulatedInstallation {
  readonly record: Installation;
  readonly #world: World;

  constructor(world: World, record: Installation) {
    this.#world = world;
    this.record = record;
  }

  get id(): number {
    return this.record.id;
  }

  /** The event that told the app about it. */
  created(): InstallationChange {
    const repositories = reachedBy(this.#world, this.record);
    return { installation: this.record, action: 'created', repositories };
  }

  /** Removes the app; its tokens stop working. */
  uninstall(): InstallationChange {
    return uninstall(this.#world, this.record);
  }

  suspend(): InstallationChange {
    return suspend(this.#world, this.record, true);
  }

  unsuspend(): InstallationChange {
    return suspend(this.#world, this.record, false);
  }

  /** From now on the app has these permissions and no others. */
  grant(permissions: Permissions): InstallationChange {
    return grant(this.#world, this.record, permissions);
  }

  add(...repositories: readonly SimulatedRepository[]): InstallationRepositoriesChange {
    return this.#select(repositories, true);
  }

  remove(...repositories: readonly SimulatedRepository[]): InstallationRepositoriesChange {
    return this.#select(repositories, false);
  }

  #select(repositories: readonly SimulatedRepository[], selected: boolean): InstallationRepositoriesChange {
    const records = repositories.map(repository => repository.record);
    return select(this.#world, this.record, records, selected);
  }
}
