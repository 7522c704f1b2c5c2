import type { Repository } from '../jobs.ts';
import type { PullRequest, Thread } from '../ports.ts';
import { worthAComment } from '../render/comment/worth-a-comment.ts';
import { commentDraft, commentReports, type Said } from './comment-draft.ts';
import type { Look } from './look.ts';
import { postQuietly } from './publishing/post.ts';
import { threadKey } from './publishing/thread-surface.ts';
import { type PullRequestChange, pullRequestChange } from './pull-request-change.ts';
import { settingsPreview } from './settings-preview.ts';
import type { Tools } from './tools.ts';

/**
 * The one comment of a pull request: written when there is something to say about what it changes, edited when that
 * changes, and left alone otherwise. `known`: as it was read a moment ago. Answers null when done, else when to come back.
 */
export async function commentOnPullRequest(
  tools: Tools,
  repository: Repository,
  number: number,
  look: Look,
  known: PullRequest | null = null,
): Promise<Date | null> {
  if (!look.inForce.settings.comments) return null;
  const pull = known ?? (await tools.github.readPullRequest(repository, number));
  if (pull === null || !isToBeTold(pull, look)) return null;
  const change = await pullRequestChange(tools, repository, pull, look);
  const thread: Thread = { issueNumber: number, isPullRequest: true };
  const standing = await tools.posts.find(repository.repositoryId, threadKey(thread));
  if (change === null || (standing === null && !change.touches)) return null;

  const said = await sayOfChange(tools, repository, look, change);
  const { delta } = said;
  const worthIt = worthAComment({ delta, reports: commentReports(look), touches: change.touches });
  if (standing === null && !worthIt) return null;
  const token = `pull${number}`;
  return postQuietly(tools, repository, commentDraft(tools, repository, thread, { look, said, token }));
}

/** What there is to say about a pull request, as it is said without being asked. */
export async function sayOfChange(
  tools: Tools,
  repository: Repository,
  look: Look,
  change: PullRequestChange,
): Promise<Said> {
  const preview = change.touches ? await settingsPreview(tools, repository, look) : null;
  return {
    delta: await change.delta(),
    occasion: 'pull-request',
    ...(preview !== null && { preview }),
  };
}

/** Drafts and bots get the check run alone; what has moved on or was closed has a job of its own, or needs none. */
function isToBeTold({ open, draft, author, headSha }: PullRequest, look: Look): boolean {
  return open && !draft && author?.isBot !== true && headSha === look.headSha;
}
