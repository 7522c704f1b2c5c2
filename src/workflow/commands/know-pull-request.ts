import { type CommentInstruction, type TargetRef, targetKey } from '../../jobs.ts';
import type { Tools } from '../tools.ts';

/**
 * Makes a pull request's head known, because what is said for that pull request alone holds for its newest known head. It
 * is not known where the pull request is older than the app here, or the delivery of its head is still under way.
 * `seenAt`: when it was the head.
 */
export async function knowPullRequest(
  { store }: Tools,
  { repository, issueNumber, commentId }: CommentInstruction,
  head: string,
  seenAt: Date,
): Promise<void> {
  const ref: TargetRef = { kind: 'pull-request', number: issueNumber };
  const known = await store.readTarget(targetKey({ repository, ref }));
  if (known?.head === head) return;
  const target = { repository, ref: known?.ref ?? ref };
  const hint = { target, head, observedAt: Math.floor(+seenAt / 1000) };
  const id = `comment/${repository.repositoryId}/${commentId}/${head}`;
  await store.accept({ id, event: 'comment', action: null, hints: [hint], instructions: [] });
}
