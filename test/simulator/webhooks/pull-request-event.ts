import { pullShape } from '../shapes/pull-request.ts';
import { repositoryShape } from '../shapes/repository.ts';
import type { PullRequestChange } from '../state/changes.ts';
import type { World } from '../state/world.ts';
import { commonParts, type WebhookEvent } from './event.ts';

/** docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request */
export function pullRequestEvent(world: World, change: PullRequestChange): WebhookEvent {
  const { repository, request, action, sender, before, after, former } = change;
  const payload = {
    action,
    number: request.number,
    pull_request: pullShape(world, repository, request),
    ...(action === 'synchronize' && { before, after }),
    ...(action === 'edited' && { changes: changesShape(former) }),
    repository: repositoryShape(world, repository),
    ...commonParts(world, repository, sender),
  };
  return { event: 'pull_request', payload };
}

function changesShape({ title, body, base }: PullRequestChange['former'] = {}): object {
  return {
    ...(title !== undefined && { title: { from: title } }),
    ...(body !== undefined && { body: { from: body } }),
    ...(base && { base: { ref: { from: base.branch }, sha: { from: base.sha } } }),
  };
}
