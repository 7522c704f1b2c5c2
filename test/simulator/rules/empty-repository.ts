import { Refusal } from '../answer.ts';
import type { Repository } from '../state/records.ts';

/**
 * Fails with 409 where nothing was ever pushed, as git data and commits do, whatever is asked of them.
 * Sources: docs.github.com/en/rest/git ("409 Conflict: the Git repository is empty or unavailable"), and the message in
 * github/docs#31951.
 */
export function demandCommits(repository: Repository): void {
  if (repository.branches.size === 0) throw new Refusal(409, 'Git Repository is empty.');
}
