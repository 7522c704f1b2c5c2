import type { Repository } from '../../jobs.ts';
import type { PullRequest, Thread } from '../../ports.ts';
import { worthAComment } from '../../render/comment/worth-a-comment.ts';
import { postQuietly } from '../publishing/post-quietly.ts';
import { unlessRefused } from '../publishing/unless-refused.ts';
import type { Look } from '../reviewing/look.ts';
import type { Tools } from '../tools.ts';
import { commentDraft, commentReports, type Said } from './comment-draft.ts';
import { type PullRequestChange, pullRequestChange } from './pull-request-change.ts';
import { settingsPreview } from './settings-preview.ts';
import { threadKey } from './thread-surface.ts';

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
  if (pull === null || !isPresent(pull, look)) return null;
  const thread: Thread = { issueNumber: number, isPullRequest: true };
  const standing = await tools.posts.find(repository.repositoryId, threadKey(thread));
  if (standing === null && !mayBeTold(pull)) return null;
  const change = await pullRequestChange(tools, repository, pull, look);
  if (change === null || (standing === null && !change.touches)) return null;

  const said = await sayOfChange(tools, repository, look, change);
  const { delta } = said;
  const worthIt = worthAComment({ delta, reports: commentReports(look), touches: change.touches });
  if (standing === null && !worthIt) return null;
  const token = `pull${number}`;
  const draft = commentDraft(tools, repository, thread, { look, said, token });
  return unlessRefused(tools, repository, postQuietly(tools, repository, draft));
}

/** What there is to say about a pull request, as it is said without being asked. */
export async function sayOfChange(
  tools: Tools,
  repository: Repository,
  look: Look,
  change: PullRequestChange,
): Promise<Said> {
  const preview = change.editsSettings ? await settingsPreview(tools, repository, look) : null;
  return {
    delta: await change.delta(),
    occasion: 'pull-request',
    ...(preview !== null && { preview }),
  };
}

/** What has moved on has a job of its own; what was closed needs none. */
function isPresent({ open, headSha }: PullRequest, look: Look): boolean {
  return open && headSha === look.headSha;
}

/** Drafts and bots get the check run alone. A comment that somebody asked for is kept true there, too. */
function mayBeTold({ draft, author }: PullRequest): boolean {
  return !draft && author?.isBot !== true;
}
