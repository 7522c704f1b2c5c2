import { z } from 'zod';
import { type Answer, created, noContent, notFound, ok } from '../answer.ts';
import type { Operation, RepositoryCall } from '../operation.ts';
import { talkPermissions } from '../rules/talk-permissions.ts';
import { reactionShape, reactionsOf } from '../shapes/issue.ts';
import type { Reaction } from '../state/records.ts';
import { commentAsked, issueAsked, issueOf } from './issue-asked.ts';
import { pageOf } from './pagination.ts';

const ReactionBody = z.object({ content: z.string() });

/** docs.github.com/en/rest/reactions/reactions, on issues (pull requests too) and on their comments */
export const reactionOperations: readonly Operation[] = [
  {
    id: 'reactions/list-for-issue-comment',
    caller: 'repository',
    permissions: call => talkPermissions(issueOf(call), 'read'),
    handle: call => list(call, onComment(call)),
  },
  {
    id: 'reactions/create-for-issue-comment',
    caller: 'repository',
    permissions: call => talkPermissions(issueOf(call), 'write'),
    handle: call => react(call, onComment(call)),
  },
  {
    id: 'reactions/delete-for-issue-comment',
    caller: 'repository',
    permissions: call => talkPermissions(issueOf(call), 'write'),
    handle: call => remove(call, onComment(call)),
  },
  {
    id: 'reactions/list-for-issue',
    caller: 'repository',
    permissions: call => talkPermissions(issueAsked(call), 'read'),
    handle: call => list(call, onIssue(call)),
  },
  {
    id: 'reactions/create-for-issue',
    caller: 'repository',
    permissions: call => talkPermissions(issueAsked(call), 'write'),
    handle: call => react(call, onIssue(call)),
  },
  {
    id: 'reactions/delete-for-issue',
    caller: 'repository',
    permissions: call => talkPermissions(issueAsked(call), 'write'),
    handle: call => remove(call, onIssue(call)),
  },
];

function onComment(call: RepositoryCall): Reaction['subject'] {
  return { kind: 'comment', id: commentAsked(call).id };
}

function onIssue(call: RepositoryCall): Reaction['subject'] {
  return { kind: 'issue', number: issueAsked(call).number };
}

function list(call: RepositoryCall, subject: Reaction['subject']): Answer {
  const { content } = call.query;
  const all = reactionsOf(call.repository, subject);
  const wanted = all.filter(reaction => content === undefined || reaction.content === content);
  const { items, headers } = pageOf(call, wanted);
  return { ...ok(items.map(item => reactionShape(call.world, item))), headers };
}

/** "A response with an HTTP 200 status means that you already added the reaction type." */
function react(call: RepositoryCall, subject: Reaction['subject']): Answer {
  const { world, repository } = call;
  const { content } = ReactionBody.parse(call.body);
  const author = world.app.bot;
  const mine = reactionsOf(repository, subject).find(known => {
    return known.content === content && known.author.id === author.id;
  });
  if (mine !== undefined) return ok(reactionShape(world, mine));
  const id = world.counters.next('reaction');
  const reaction = { id, content, author, createdAt: world.clock.now(), subject };
  repository.reactions.set(id, reaction);
  return created(reactionShape(world, reaction));
}

function remove(call: RepositoryCall, subject: Reaction['subject']): Answer {
  const id = Number(call.params['reaction_id']);
  if (!reactionsOf(call.repository, subject).some(reaction => reaction.id === id)) throw notFound();
  call.repository.reactions.delete(id);
  return noContent();
}
