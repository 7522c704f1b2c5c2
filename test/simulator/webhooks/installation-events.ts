import { installationShape, userShape } from '../shapes/account.ts';
import { repositoryNameShape } from '../shapes/repository.ts';
import type { InstallationChange, InstallationRepositoriesChange } from '../state/changes.ts';
import type { World } from '../state/world.ts';
import type { WebhookEvent } from './event.ts';

/** docs.github.com/en/webhooks/webhook-events-and-payloads#installation */
export function installationEvent(world: World, change: InstallationChange): WebhookEvent {
  const { installation, action, repositories } = change;
  const payload = {
    action,
    installation: installationShape(world, installation),
    repositories: repositories.map(repositoryNameShape),
    requester: null,
    sender: userShape(world, installation.account),
  };
  return { event: 'installation', payload };
}

/** docs.github.com/en/webhooks/webhook-events-and-payloads#installation_repositories */
export function installationRepositoriesEvent(
  world: World,
  change: InstallationRepositoriesChange,
): WebhookEvent {
  const { installation, action, repositories } = change;
  const names = repositories.map(repositoryNameShape);
  const payload = {
    action,
    installation: installationShape(world, installation),
    repository_selection: installation.repositorySelection,
    repositories_added: action === 'added' ? names : [],
    repositories_removed: action === 'removed' ? names : [],
    requester: null,
    sender: userShape(world, installation.account),
  };
  return { event: 'installation_repositories', payload };
}
