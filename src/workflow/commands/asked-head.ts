import type { CommentInstruction, TargetRef } from '../../jobs.ts';
import type { Tools } from '../tools.ts';

/** The commit that a comment is about: the pull request's head, or the default branch's where the thread is an issue. */
export type AskedHead =
  | { readonly kind: 'head'; readonly headSha: string; readonly onDefaultBranch: boolean }
  | { readonly kind: 'none'; readonly why: 'pull-request-closed' | 'branch-gone' };

export async function askedHead(
  { github }: Tools,
  { repository, isPullRequest, issueNumber }: CommentInstruction,
): Promise<AskedHead> {
  const ref: TargetRef = isPullRequest
    ? { kind: 'pull-request', number: issueNumber }
    : { kind: 'branch', branch: repository.defaultBranch };
  const headSha = await github.readHead(repository, ref);
  if (headSha !== null) return { kind: 'head', headSha, onDefaultBranch: !isPullRequest };
  return { kind: 'none', why: isPullRequest ? 'pull-request-closed' : 'branch-gone' };
}
