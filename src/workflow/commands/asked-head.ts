import type { CommentInstruction } from '../../jobs.ts';
import type { PullRequest } from '../../ports.ts';
import type { Tools } from '../tools.ts';

/** The commit that a comment is about: the pull request's head, or the default branch's where the thread is an issue. */
export type AskedHead =
  | {
      readonly kind: 'head';
      readonly headSha: string;
      readonly onDefaultBranch: boolean;
      /** Open; null where the thread is an issue. */
      readonly pull: PullRequest | null;
    }
  | { readonly kind: 'none'; readonly why: 'pull-request-closed' | 'branch-gone' };

/** One request. */
export async function askedHead(
  { github }: Tools,
  { repository, isPullRequest, issueNumber }: CommentInstruction,
): Promise<AskedHead> {
  if (isPullRequest) {
    const pull = await github.readPullRequest(repository, issueNumber);
    if (!pull?.open) return { kind: 'none', why: 'pull-request-closed' };
    return { kind: 'head', headSha: pull.headSha, onDefaultBranch: false, pull };
  }
  const headSha = await github.readHead(repository, { kind: 'branch', branch: repository.defaultBranch });
  if (headSha === null) return { kind: 'none', why: 'branch-gone' };
  return { kind: 'head', headSha, onDefaultBranch: true, pull: null };
}
