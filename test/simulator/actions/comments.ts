import type { CommentChange } from '../state/changes.ts';
import type { Account, Comment, Issue, Repository } from '../state/records.ts';
import type { World } from '../state/world.ts';

export interface CommentFacts {
  readonly issue: Issue;
  readonly body: string;
  readonly author: Account;
}

export function addComment(world: World, repository: Repository, facts: CommentFacts): CommentChange {
  const { issue, body, author } = facts;
  const now = world.clock.now();
  const id = world.counters.next('comment');
  const comment: Comment = {
    id,
    issueNumber: issue.number,
    author,
    body,
    createdAt: now,
    updatedAt: now,
    byApp: author.id === world.app.bot.id,
    minimized: null,
  };
  repository.comments.set(id, comment);
  return onRecord(world, { repository, issue, comment, action: 'created', sender: author });
}

/** Puts other words in a comment, whoever wrote it. */
export function editComment(
  world: World,
  repository: Repository,
  comment: Comment,
  edit: { readonly body: string; readonly sender: Account },
): CommentChange {
  const formerBody = comment.body;
  comment.body = edit.body;
  comment.updatedAt = world.clock.now();
  const issue = issueOfComment(repository, comment);
  return onRecord(world, { repository, issue, comment, action: 'edited', sender: edit.sender, formerBody });
}

/** From now on it is a 404, and no node of GraphQL. */
export function removeComment(
  world: World,
  repository: Repository,
  comment: Comment,
  sender: Account,
): CommentChange {
  repository.comments.delete(comment.id);
  const issue = issueOfComment(repository, comment);
  return onRecord(world, { repository, issue, comment, action: 'deleted', sender });
}

function onRecord(world: World, change: CommentChange): CommentChange {
  world.commentChanges.push(change);
  return change;
}

function issueOfComment(repository: Repository, comment: Comment): Issue {
  const issue = repository.issues.get(comment.issueNumber);
  if (issue === undefined) throw new Error(`Comment ${comment.id} stands on no issue`);
  return issue;
}
