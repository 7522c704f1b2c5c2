import type { Repository } from '../jobs.ts';
import type { PullRequest, Thread } from '../ports.ts';
import type { CommentInput } from '../render/comment/render-comment.ts';
import { worthAComment } from '../render/comment/worth-a-comment.ts';
import type { Delta } from '../review/delta.ts';
import { commentDraft } from './comment-draft.ts';
import type { Look } from './look.ts';
import { postQuietly } from './publishing/post.ts';
import { threadKey } from './publishing/thread-surface.ts';
import { type PullRequestChange, pullRequestChange, reportsOf } from './pull-request-change.ts';
import { settingsPreview } from './settings-preview.ts';
import type { Tools } from './tools.ts';

/**
 * The one comment of a pull request: written when there is something to say about what it changes, edited when that
 * changes, and left alone otherwise. Answers null when done, else when to come back.
 */
export async function commentOnPullRequest(
  tools: Tools,
  repository: Repository,
  number: number,
  look: Look,
): Promise<Date | null> {
  if (!look.inForce.settings.comments) return null;
  const pull = await tools.github.readPullRequest(repository, number);
  if (pull === null || !isToBeTold(pull, look)) return null;
  const change = await pullRequestChange(tools, repository, pull, look);
  const thread: Thread = { issueNumber: number, isPullRequest: true };
  const standing = await tools.posts.find(repository.repositoryId, threadKey(thread));
  if (change === null || (standing === null && !change.touches)) return null;

  const delta = await change.delta();
  const said = await whatToSay(tools, repository, look, { change, delta });
  if (
    standing === null &&
    !worthAComment({ delta, reports: reportsOf(look.review), touches: change.touches })
  ) {
    return null;
  }
  return postQuietly(tools, repository, commentDraft(tools, repository, thread, look, said));
}

/** Drafts and bots get the check run alone; what has moved on or was closed has a job of its own, or needs none. */
function isToBeTold({ open, draft, author, headSha }: PullRequest, look: Look): boolean {
  return open && !draft && author?.isBot !== true && headSha === look.headSha;
}
