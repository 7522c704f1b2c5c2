import { userShape } from '../shapes/account.ts';
import { repositoryShape } from '../shapes/repository.ts';
import type { RepositoryChange } from '../state/changes.ts';
import type { Account } from '../state/records.ts';
import type { World } from '../state/world.ts';
import { commonParts, organizationShape, type WebhookEvent } from './event.ts';

/** docs.github.com/en/webhooks/webhook-events-and-payloads#repository */
export function repositoryEvent(world: World, change: RepositoryChange): WebhookEvent {
  const { repository, action, sender, installation } = change;
  const changes = whatChanged(world, change);
  const payload = {
    action,
    ...(changes && { changes }),
    repository: repositoryShape(world, repository),
    ...commonParts(world, repository, sender, installation),
  };
  return { event: 'repository', payload };
}

/** What was before; null for an action whose name says it. */
function whatChanged(world: World, change: RepositoryChange) {
  switch (change.action) {
    case 'renamed':
      return { repository: { name: { from: change.formerName } } };
    case 'transferred':
      return { owner: { from: ownerShape(world, change.formerOwner) } };
    case 'edited':
      return { default_branch: { from: change.formerDefaultBranch } };
    default:
      return null;
  }
}

function ownerShape(world: World, owner: Account) {
  if (owner.type === 'Organization') return { organization: organizationShape(world, owner) };
  return { user: userShape(world, owner) };
}
