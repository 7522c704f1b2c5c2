import { z } from 'zod';
import type { Repository } from '../jobs.ts';
import type { Thread } from '../ports.ts';
import type { Session } from './ask.ts';
import { askGraphQl } from './graphql.ts';
import { talking } from './talking.ts';
import { unlessGone } from './unless-gone.ts';

/** REST cannot do it (docs: graphql/reference/mutations#minimizecomment). */
const DOCUMENT = `
  mutation MinimizeComment($nodeId: ID!) {
    minimizeComment(input: { subjectId: $nodeId, classifier: OUTDATED }) {
      minimizedComment {
        isMinimized
      }
    }
  }
`;

const Answer = z.object({
  minimizeComment: z.object({ minimizedComment: z.object({ isMinimized: z.literal(true) }) }),
});

/** Folds a comment as outdated; once more does no harm, and one that is gone is left alone. */
export async function minimizeComment(
  session: Session,
  repository: Repository,
  thread: Thread,
  nodeId: string,
): Promise<void> {
  const asking = askGraphQl(session, repository, {
    use: talking(thread),
    doing: `fold comment ${nodeId} of repository ${repository.repositoryId}`,
    document: DOCUMENT,
    variables: { nodeId },
    answer: Answer,
  });
  await unlessGone(asking);
}
