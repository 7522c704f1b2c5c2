/** Taking part in a conversation on an issue or a pull request. */
import { z } from 'zod';
import type { Repository } from '../jobs.ts';
import type { Reaction, Thread, ThreadComment } from '../ports.ts';
import { ask, type Session } from './ask.ts';
import type { TokenUse } from './installation-tokens.ts';

/** "A response with an HTTP 200 status means that you already added the reaction type" (docs: rest/reactions). */
const ReactionAnswer = z.object({ status: z.literal([200, 201]) });
const CommentAnswer = z.object({ id: z.int().positive() });

/** Reacts to a comment. Answers whether the reaction is new. */
export async function react(
  session: Session,
  repository: Repository,
  comment: ThreadComment,
  reaction: Reaction,
): Promise<boolean> {
  const { commentId } = comment;
  const { status } = await ask(session, repository, {
    use: talking(comment),
    doing: `react to comment ${commentId} of repository ${repository.repositoryId}`,
    async send(rest, common) {
      const parameters = { ...common, comment_id: commentId, content: reaction };
      const response = await rest.reactions.createForIssueComment(parameters);
      return { data: { status: response.status } };
    },
    answer: ReactionAnswer,
  });
  return status === 201;
}

export async function createComment(
  session: Session,
  repository: Repository,
  thread: Thread,
  body: string,
): Promise<void> {
  const { issueNumber } = thread;
  await ask(session, repository, {
    use: talking(thread),
    doing: `comment on ${issueNumber} of repository ${repository.repositoryId}`,
    send: (rest, common) => rest.issues.createComment({ ...common, issue_number: issueNumber, body }),
    answer: CommentAnswer,
  });
}

/**
 * The paths say `issues` for both; on a pull request GitHub wants its own permission, and that alone suffices
 * (github/docs#43843).
 */
function talking({ isPullRequest }: Thread): TokenUse {
  return isPullRequest ? 'pull-request-talk' : 'issue-talk';
}
