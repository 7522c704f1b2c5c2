import type { CommentInstruction } from '../../jobs.ts';
import { replyMarker } from '../../render/marker.ts';
import { unlessRefused } from '../publishing/unless-refused.ts';
import type { Tools } from '../tools.ts';

/**
 * Answers a comment with one of ours, once: `resumed` where an earlier attempt may have got as far, so that its answer is
 * looked for first. Answers null when done, else when to come back.
 */
export async function reply(
  tools: Tools,
  comment: CommentInstruction,
  body: string,
  { resumed }: { readonly resumed: boolean },
): Promise<Date | null> {
  const { github, limiter } = tools;
  const { repository, commentId } = comment;
  const marker = replyMarker(commentId);
  if (resumed && (await github.findComment(repository, comment, marker)) !== null) return null;
  const slot = await limiter.take(repository.installationId);
  if (slot !== null) return slot;
  const saying = github.createComment(repository, comment, `${marker}\n${body}`).then(() => null);
  return unlessRefused(tools, repository, saying);
}
