import type { CommentChange, PullRequestChange } from '../state/changes.ts';
import type { Account, Comment, Issue, PullRequest, Repository } from '../state/records.ts';
import type { World } from '../state/world.ts';

export interface IssueFacts {
  readonly title: string;
  readonly body: string | null;
  readonly author: Account;
}

/** Takes the next number, which issues and pull requests share. */
export function openIssue(world: World, repository: Repository, facts: IssueFacts): Issue {
  const issue: Issue = { ...newIssue(world, repository, facts), pull: null };
  repository.issues.set(issue.number, issue);
  return issue;
}

export interface PullFacts extends IssueFacts {
  readonly draft: boolean;
  readonly base: { readonly branch: string; readonly sha: string };
  readonly head: { readonly repository: Repository; readonly branch: string; readonly sha: string };
}

export function openPull(world: World, repository: Repository, facts: PullFacts): PullRequestChange {
  const { draft, base, head } = facts;
  const id = world.counters.next('pull');
  const pull = { id, draft, merged: false, base: { ...base }, head: { ...head } };
  const request: PullRequest = { ...newIssue(world, repository, facts), pull };
  repository.issues.set(request.number, request);
  return { repository, request, action: 'opened', sender: facts.author };
}

export type PullAction = 'closed' | 'merged' | 'reopened' | 'ready_for_review' | 'converted_to_draft';

/** Closes, merges, reopens, readies or drafts a pull request; commits of a merge are not made. */
export function changePull(
  world: World,
  repository: Repository,
  request: PullRequest,
  action: PullAction,
): PullRequestChange {
  const now = world.clock.now();
  const closes = action === 'closed' || action === 'merged';
  if (closes || action === 'reopened') {
    request.state = closes ? 'closed' : 'open';
    request.closedAt = closes ? now : null;
    request.pull.merged = action === 'merged';
  } else {
    request.pull.draft = action === 'converted_to_draft';
  }
  request.updatedAt = now;
  const sender = repository.owner;
  return { repository, request, action: action === 'merged' ? 'closed' : action, sender };
}

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
  };
  repository.comments.set(id, comment);
  return { repository, issue, comment, action: 'created', sender: author };
}

function newIssue(world: World, repository: Repository, facts: IssueFacts) {
  const now = world.clock.now();
  const { title, body, author } = facts;
  return {
    id: world.counters.next('issue'),
    number: repository.issues.size + 1,
    title,
    body,
    author,
    state: 'open' as const,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
  };
}
