import { type FileChange, fileChanges, mergeBase } from '../git/changes.ts';
import type { Issue, PullRequest, Repository } from './records.ts';

export function isPull(issue: Issue | undefined): issue is PullRequest {
  return issue !== undefined && issue.pull !== null;
}

/** Newest first. */
export function pullsOf(repository: Repository): PullRequest[] {
  const pulls: PullRequest[] = [];
  for (const issue of repository.issues.values()) {
    if (isPull(issue)) pulls.push(issue);
  }
  return pulls.reverse();
}

/** What a pull request changes: from where its branch left the base, as GitHub's *Files changed* shows it. */
export function changesOfPull({ objects }: Repository, { pull: { base, head } }: PullRequest): FileChange[] {
  return fileChanges(objects, mergeBase(objects, base.sha, head.sha) ?? base.sha, head.sha);
}

/**
 * Open pull requests whose head is that commit, from branches of the repository itself: checks of a fork's commit
 * name none (docs: "pull_requests … empty if the head branch is in a forked repository").
 */
export function pullsAtHead(repository: Repository, sha: string): PullRequest[] {
  return pullsOf(repository).filter(({ state, pull }) => {
    return state === 'open' && pull.head.sha === sha && pull.head.repository === repository;
  });
}
