import type { CommentInstruction } from '../../jobs.ts';
import type { PullRequest } from '../../ports.ts';
import type { Said } from '../conversations/comment-draft.ts';
import { sayOfChange } from '../conversations/comment-on-pull-request.ts';
import { pullRequestChange } from '../conversations/pull-request-change.ts';
import type { Look } from '../reviewing/look.ts';
import type { Tools } from '../tools.ts';

/** What an answer to `/review` says beside the review: on a pull request what that changes, on an issue nothing more. */
export async function whatIsAsked(
  tools: Tools,
  { repository }: CommentInstruction,
  look: Look,
  pullRequest: PullRequest | null,
): Promise<Said> {
  if (pullRequest === null) return { delta: null, occasion: 'asked-on-issue' };
  const change = await pullRequestChange(tools, repository, pullRequest, look);
  const occasion = 'asked-on-pull-request';
  return change === null
    ? { delta: null, occasion }
    : { ...(await sayOfChange(tools, repository, look, change)), occasion };
}
