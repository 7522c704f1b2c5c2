import type { Account, Issue, Repository } from '../state/records.ts';
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

/** The part of a new issue that a pull request has too. */
export function newIssue(world: World, repository: Repository, facts: IssueFacts) {
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
