import { issueShape } from '../shapes/issue.ts';
import { repositoryShape } from '../shapes/repository.ts';
import type { IssueChange } from '../state/changes.ts';
import type { World } from '../state/world.ts';
import { commonParts, type WebhookEvent } from './event.ts';

/** docs.github.com/en/webhooks/webhook-events-and-payloads#issues, for plain issues only */
export function issueEvent(world: World, change: IssueChange): WebhookEvent {
  const { repository, issue, action, sender, former = {} } = change;
  const from = Object.entries(former).map(([field, text]) => [field, { from: text }]);
  const payload = {
    action,
    ...(action === 'edited' && { changes: Object.fromEntries(from) }),
    issue: issueShape(world, repository, issue),
    repository: repositoryShape(world, repository),
    ...commonParts(world, repository, sender),
  };
  return { event: 'issues', payload };
}
