import type { PullRequestChange } from '../state/changes.ts';
import type { PullRequest, Repository } from '../state/records.ts';
import type { World } from '../state/world.ts';
import { type IssueFacts, newIssue } from './issues.ts';

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
