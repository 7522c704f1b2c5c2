import type { CommentInstruction } from '../../jobs.ts';
import type { Said } from '../conversations/comment-draft.ts';
import { sayOfChange } from '../conversations/comment-on-pull-request.ts';
import { pullRequestChange } from '../conversations/pull-request-change.ts';
import type { Look } from '../reviewing/look.ts';
import type { Tools } from '../tools.ts';

/** What an answer to `/review` says beside the review: on a pull request what that changes, on an issue nothing more. */
export async function whatIsAsked(
  tools: Tools,
  { repository, isPullRequest, issueNumber }: CommentInstruction,
  look: Look,
): Promise<Said> {
  if (!isPullRequest) return { delta: null, occasion: 'asked-on-issue' };
  const pull = await tools.github.readPullRequest(repository, issueNumber);
  const change = pull && (await pullRequestChange(tools, repository, pull, look));
  const occasion = 'asked-on-pull-request';
  return change === null
    ? { delta: null, occasion }
    : { ...(await sayOfChange(tools, repository, look, change)), occasion };
}
