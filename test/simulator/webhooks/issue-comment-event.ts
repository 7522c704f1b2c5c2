import { commentShape, issueShape } from '../shapes/issue.ts';
import { repositoryShape } from '../shapes/repository.ts';
import type { CommentChange } from '../state/changes.ts';
import type { World } from '../state/world.ts';
import { commonParts, type WebhookEvent } from './event.ts';

/** docs.github.com/en/webhooks/webhook-events-and-payloads#issue_comment, for pull requests too */
export function issueCommentEvent(world: World, change: CommentChange): WebhookEvent {
  const { repository, issue, comment, action, sender, formerBody } = change;
  const payload = {
    action,
    ...(action === 'edited' && { changes: { body: { from: formerBody } } }),
    issue: issueShape(world, repository, issue),
    comment: commentShape(world, repository, comment),
    repository: repositoryShape(world, repository),
    ...commonParts(world, repository, sender),
  };
  return { event: 'issue_comment', payload };
}
