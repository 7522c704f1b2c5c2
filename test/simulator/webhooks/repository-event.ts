import { userShape } from '../shapes/account.ts';
import { repositoryShape } from '../shapes/repository.ts';
import type { RepositoryChange } from '../state/changes.ts';
import type { World } from '../state/world.ts';
import { commonParts, organizationShape, type WebhookEvent } from './event.ts';

/** docs.github.com/en/webhooks/webhook-events-and-payloads#repository */
export function repositoryEvent(world: World, change: RepositoryChange): WebhookEvent {
  const { repository, action, sender, installation } = change;
  const changes = changesShape(world, change);
  const payload = {
    action,
    ...(changes && { changes }),
    repository: repositoryShape(world, repository),
    ...commonParts(world, repository, sender, installation),
  };
  return { event: 'repository', payload };
}

function changesShape(world: World, { former = {} }: RepositoryChange): object | undefined {
  const { name, owner, defaultBranch } = former;
  if (name !== undefined) return { repository: { name: { from: name } } };
  if (defaultBranch !== undefined) return { default_branch: { from: defaultBranch } };
  if (owner === undefined) return undefined;
  if (owner.type === 'Organization') {
    return { owner: { from: { organization: organizationShape(world, owner) } } };
  }
  return { owner: { from: { user: userShape(world, owner) } } };
}
