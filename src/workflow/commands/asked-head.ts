import type { CommentInstruction } from '../../jobs.ts';
import type { PullRequest } from '../../ports.ts';
import type { Tools } from '../tools.ts';

/** The commit that a comment is about: the pull request's head, or the default branch's where the thread is an issue. */
export type AskedHead =
  | {
      readonly kind: 'head';
      readonly headSha: string;
      readonly onDefaultBranch: boolean;
      /** Null where the thread is an issue. */
      readonly pullRequest: PullRequest | null;
    }
  | { readonly kind: 'none'; readonly why: 'pull-request-closed' | 'branch-gone' };

/** One request. */
export async function askedHead(
  { github }: Tools,
  { repository, isPullRequest, issueNumber }: CommentInstruction,
): Promise<AskedHead> {
  if (isPullRequest) {
    const pullRequest = await github.readPullRequest(repository, issueNumber);
    if (!pullRequest?.open) return { kind: 'none', why: 'pull-request-closed' };
    return { kind: 'head', headSha: pullRequest.headSha, onDefaultBranch: false, pullRequest };
  }
  const ref = { kind: 'branch', branch: repository.defaultBranch } as const;
  const headSha = await github.readHead(repository, ref);
  if (headSha === null) return { kind: 'none', why: 'branch-gone' };
  return { kind: 'head', headSha, onDefaultBranch: true, pullRequest: null };
}
