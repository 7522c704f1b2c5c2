import { ShowworkError } from '../../errors.ts';
import type { Repository } from '../../jobs.ts';
import type { Tools } from '../tools.ts';
import { type Commit, readCommit } from './read-commit.ts';

/** The default branch as it is now, read when it is first wanted; null where it has no commit. */
export type DefaultBranch = () => Promise<Commit | null>;

export function defaultBranchOf({ github, blobs }: Tools, repository: Repository): DefaultBranch {
  let reading: Promise<Commit | null> | undefined;
  return () => {
    reading ??= readCommit(github, blobs, repository, repository.defaultBranch).catch((thrown: unknown) => {
      if (thrown instanceof ShowworkError && thrown.code === 'GITHUB_GONE') return null;
      throw thrown;
    });
    return reading;
  };
}
