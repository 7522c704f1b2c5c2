import { z } from 'zod';
import type { Repository } from '../jobs.ts';
import type { Reaction, ThreadComment } from '../ports.ts';
import { ask, type Session } from './ask.ts';
import { talking } from './talking.ts';

/** "A response with an HTTP 200 status means that you already added the reaction type" (docs: rest/reactions). */
const ReactionAnswer = z.object({ status: z.literal([200, 201]) });

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
