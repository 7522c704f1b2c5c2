import { installationShape, userShape } from '../shapes/account.ts';
import { repositoryNameShape, repositoryShape } from '../shapes/repository.ts';
import type {
  InstallationChange,
  InstallationRepositoriesChange,
  RepositoryChange,
} from '../state/changes.ts';
import type { World } from '../state/world.ts';
import { commonParts, type WebhookEvent } from './event.ts';

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

/** docs.github.com/en/webhooks/webhook-events-and-payloads#repository */
export function repositoryEvent(world: World, change: RepositoryChange): WebhookEvent {
  const { repository, action, sender, formerName, installation } = change;
  const payload = {
    action,
    ...(action === 'renamed' && { changes: { repository: { name: { from: formerName } } } }),
    repository: repositoryShape(world, repository),
    ...commonParts(world, repository, sender, installation),
  };
  return { event: 'repository', payload };
}
