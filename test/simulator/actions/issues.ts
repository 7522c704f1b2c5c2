import type { IssueChange } from '../state/changes.ts';
import type { Account, Issue, Repository, StateReason } from '../state/records.ts';
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
  world.issueChanges.push({ repository, issue, action: 'opened', sender: facts.author });
  return issue;
}

/** What is absent stays as it is. */
export interface IssueEdit {
  readonly title?: string | undefined;
  readonly body?: string | undefined;
  readonly state?: 'open' | 'closed' | undefined;
  /** Without a new `state` it is ignored, as GitHub does (rest/issues/issues#update-an-issue). */
  readonly stateReason?: StateReason | undefined;
}

/** Changes an issue. Each kind of change that it comes to is an event of its own; one that changes nothing is none. */
export function changeIssue(
  world: World,
  repository: Repository,
  issue: Issue,
  edit: IssueEdit,
  sender: Account,
): IssueChange[] {
  const { title = issue.title, body = issue.body, state = issue.state } = edit;
  const former = {
    ...(title !== issue.title && { title: issue.title }),
    ...(body !== issue.body && { body: issue.body ?? '' }),
  };
  const changes: IssueChange[] = [];
  if (Object.keys(former).length > 0) changes.push({ repository, issue, action: 'edited', sender, former });
  if (state !== issue.state) {
    const closes = state === 'closed';
    changes.push({ repository, issue, action: closes ? 'closed' : 'reopened', sender });
    issue.stateReason = closes ? (edit.stateReason ?? 'completed') : 'reopened';
    issue.closedAt = closes ? world.clock.now() : null;
  }
  Object.assign(issue, { title, body, state });
  if (changes.length > 0) issue.updatedAt = world.clock.now();
  world.issueChanges.push(...changes);
  return changes;
}

/** From now on it is gone, with its comments, and its number is not given again. */
export function deleteIssue(
  world: World,
  repository: Repository,
  issue: Issue,
  sender: Account,
): IssueChange {
  repository.issues.delete(issue.number);
  repository.deletedIssues.add(issue.number);
  for (const comment of repository.comments.values()) {
    if (comment.issueNumber === issue.number) repository.comments.delete(comment.id);
  }
  const change = { repository, issue, action: 'deleted', sender } as const;
  world.issueChanges.push(change);
  return change;
}

/** The part of a new issue that a pull request has too. */
export function newIssue(world: World, repository: Repository, facts: IssueFacts) {
  const now = world.clock.now();
  const { title, body, author } = facts;
  return {
    id: world.counters.next('issue'),
    number: repository.issues.size + repository.deletedIssues.size + 1,
    title,
    body,
    author,
    byApp: author.id === world.app.bot.id,
    state: 'open' as const,
    stateReason: null,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
  };
}
