import type { CommentInstruction, TargetRef } from '../jobs.ts';
import { ROLES, type Role } from '../ports.ts';
import type { DECLINED } from '../render/replies/wording.ts';
import type { Tools } from './tools.ts';

/** Least that somebody may do who asks in another person's thread. */
const LEAST_ROLE: Role = 'triage';

export type Admission =
  | { readonly kind: 'admitted'; readonly headSha: string }
  | { readonly kind: 'declined'; readonly why: keyof typeof DECLINED };

/**
 * Whether the comment's author may ask for a review here, and of which commit: the pull request's head, or the default
 * branch's where the thread is an issue.
 */
export async function admitComment(tools: Tools, comment: CommentInstruction): Promise<Admission> {
  if (!(await mayAsk(tools, comment))) return { kind: 'declined', why: 'not-allowed' };
  const { repository, isPullRequest, issueNumber } = comment;
  const ref: TargetRef = isPullRequest
    ? { kind: 'pull-request', number: issueNumber }
    : { kind: 'branch', branch: repository.defaultBranch };
  const headSha = await tools.github.readHead(repository, ref);
  if (headSha !== null) return { kind: 'admitted', headSha };
  return { kind: 'declined', why: isPullRequest ? 'pull-request-closed' : 'branch-gone' };
}

/** GitHub is not asked about the thread's own author. */
async function mayAsk({ github }: Tools, comment: CommentInstruction): Promise<boolean> {
  const { repository, author, threadAuthor } = comment;
  if (author === threadAuthor) return true;
  const role = await github.readRole(repository, author);
  return ROLES.indexOf(role) >= ROLES.indexOf(LEAST_ROLE);
}
