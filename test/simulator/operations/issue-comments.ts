import { z } from 'zod';
import { addComment, editComment, removeComment } from '../actions/comments.ts';
import { created, noContent, ok, validationFailed } from '../answer.ts';
import type { Operation, RepositoryCall } from '../operation.ts';
import { enforceBodyLimit } from '../rules/issue-limits.ts';
import { talkPermissions } from '../rules/talk-permissions.ts';
import { commentShape } from '../shapes/issue.ts';
import { commentAsked, issueAsked, issueOf } from './issue-asked.ts';
import { pageOf } from './pagination.ts';

const CommentBody = z.object({ body: z.string() });

/** docs.github.com/en/rest/issues/comments; pull requests are issues here. */
export const issueCommentOperations: readonly Operation[] = [
  {
    id: 'issues/list-comments',
    caller: 'repository',
    permissions: call => talkPermissions(issueAsked(call), 'read'),
    handle(call) {
      const { number } = issueAsked(call);
      const since = call.query['since'] === undefined ? 0 : Date.parse(call.query['since']);
      const comments = [...call.repository.comments.values()].filter(comment => {
        return comment.issueNumber === number && comment.updatedAt.getTime() >= since;
      });
      const { items, headers } = pageOf(call, comments);
      return { ...ok(items.map(item => commentShape(call.world, call.repository, item))), headers };
    },
  },
  {
    id: 'issues/create-comment',
    caller: 'repository',
    permissions: call => talkPermissions(issueAsked(call), 'write'),
    handle(call) {
      const { world, repository } = call;
      const facts = { issue: issueAsked(call), body: bodyAsked(call), author: world.app.bot };
      return created(commentShape(world, repository, addComment(world, repository, facts).comment));
    },
  },
  {
    id: 'issues/get-comment',
    caller: 'repository',
    permissions: call => talkPermissions(issueOf(call), 'read'),
    handle: call => ok(commentShape(call.world, call.repository, commentAsked(call))),
  },
  {
    id: 'issues/update-comment',
    caller: 'repository',
    permissions: call => talkPermissions(issueOf(call), 'write'),
    handle(call) {
      const { world, repository } = call;
      const comment = commentAsked(call);
      editComment(world, repository, comment, { body: bodyAsked(call), sender: world.app.bot });
      return ok(commentShape(world, repository, comment));
    },
  },
  {
    id: 'issues/delete-comment',
    caller: 'repository',
    permissions: call => talkPermissions(issueOf(call), 'write'),
    handle(call) {
      const { world, repository } = call;
      removeComment(world, repository, commentAsked(call), world.app.bot);
      return noContent();
    },
  },
];

function bodyAsked(call: RepositoryCall): string {
  const { body } = CommentBody.parse(call.body);
  if (body.trim() === '') throw validationFailed('IssueComment', 'body', "Body can't be blank");
  enforceBodyLimit('IssueComment', body, call.world.limits);
  return body;
}
