import type { CommentChange } from '../state/changes.ts';
import type { Account, Comment, Issue, Repository } from '../state/records.ts';
import type { World } from '../state/world.ts';

export interface CommentFacts {
  readonly issue: Issue;
  readonly body: string;
  readonly author: Account;
  readonly byApp: boolean;
}

export function addComment(world: World, repository: Repository, facts: CommentFacts): CommentChange {
  const { issue, body, author, byApp } = facts;
  const now = world.clock.now();
  const id = world.counters.next('comment');
  const comment: Comment = {
    id,
    issueNumber: issue.number,
    author,
    body,
    createdAt: now,
    updatedAt: now,
    byApp,
    minimized: null,
  };
  repository.comments.set(id, comment);
  return { repository, issue, comment, action: 'created', sender: author };
}

/** Puts other words in a comment; where it is its own author's work, `sender` is the author. */
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
  return { repository, issue, comment, action: 'edited', sender: edit.sender, formerBody };
}

/** From now on it is a 404, and no node of GraphQL. */
export function removeComment(repository: Repository, comment: Comment, sender: Account): CommentChange {
  repository.comments.delete(comment.id);
  return { repository, issue: issueOfComment(repository, comment), comment, action: 'deleted', sender };
}

function issueOfComment(repository: Repository, comment: Comment): Issue {
  const issue = repository.issues.get(comment.issueNumber);
  if (issue === undefined) throw new Error(`Comment ${comment.id} stands on no issue`);
  return issue;
}
