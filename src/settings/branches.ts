import { globMatcher } from './glob.ts';
import type { Settings } from './settings.ts';

/** Branches on which a merge queue tries what it is about to merge; their checks are waited for (DESIGN: merge queues). */
const MERGE_QUEUES = 'gh-readonly-queue/';
const EXCLUDES = '!';

/**
 * Whether pushes to a branch are reviewed. The default branch and merge queues always are; else the last entry of
 * `branches` that fits decides, and a list of exclusions only begins with everything.
 */
export function isReviewedBranch(
  { branches }: Pick<Settings, 'branches'>,
  branch: string,
  defaultBranch: string,
): boolean {
  if (branch === defaultBranch || branch.startsWith(MERGE_QUEUES)) return true;
  const last = branches.findLast(entry => globMatcher(globOf(entry))(branch));
  if (last !== undefined) return !isExclusion(last);
  return branches.length > 0 && branches.every(isExclusion);
}

/** True for an entry that leaves alone. */
export function isExclusion(entry: string): boolean {
  return entry.startsWith(EXCLUDES);
}

function globOf(entry: string): string {
  return isExclusion(entry) ? entry.slice(EXCLUDES.length) : entry;
}
