/** The app's own comments in a conversation on an issue or a pull request. */
import { z } from 'zod';
import type { Repository } from '../jobs.ts';
import type { Posted, Thread } from '../ports.ts';
import { ask, type Session } from './ask.ts';
import { assertPostable } from './comment-limits.ts';
import { isOwnPost, PostFields } from './own-post.ts';
import { listPages } from './paging.ts';
import { talking } from './talking.ts';

const CommentAnswer = z.object({ id: z.int().positive(), node_id: z.string().min(1) });
const CommentsAnswer = z.array(PostFields.extend({ id: z.int().positive() }));

/**
 * All that a thread can hold: "Commenting is disabled on issues with more than 2500 comments" (ram0verflow/ram0verflow#10),
 * a hundred on a page.
 */
const MAX_PAGES = 25;

export async function createComment(
  session: Session,
  repository: Repository,
  thread: Thread,
  body: string,
): Promise<Posted> {
  assertPostable({ body });
  const { issueNumber } = thread;
  const { id, node_id } = await ask(session, repository, {
    use: talking(thread),
    doing: `comment on ${issueNumber} of repository ${repository.repositoryId}`,
    send: (rest, common) => rest.issues.createComment({ ...common, issue_number: issueNumber, body }),
    answer: CommentAnswer,
  });
  return { id, nodeId: node_id };
}

export async function updateComment(
  session: Session,
  repository: Repository,
  thread: Thread,
  id: number,
  body: string,
): Promise<void> {
  assertPostable({ body });
  await ask(session, repository, {
    use: talking(thread),
    doing: `edit comment ${id} of repository ${repository.repositoryId}`,
    send: (rest, common) => rest.issues.updateComment({ ...common, comment_id: id, body }),
    answer: CommentAnswer,
  });
}

/**
 * The app's newest comment of the thread that contains `marker`. GitHub lists the comments of one issue by ascending id
 * and in no other order (docs: rest/issues/comments), so that all pages are read: one request a hundred comments.
 */
export async function findComment(
  session: Session,
  repository: Repository,
  thread: Thread,
  marker: string,
): Promise<Posted | null> {
  const { issueNumber } = thread;
  const comments = listPages(MAX_PAGES, page =>
    ask(session, repository, {
      use: talking(thread),
      doing: `list the comments on ${issueNumber} of repository ${repository.repositoryId}`,
      send: (rest, common) => rest.issues.listComments({ ...common, issue_number: issueNumber, ...page }),
      answer: CommentsAnswer,
    }),
  );
  let newest: Posted | null = null;
  for await (const comment of comments) {
    if (isOwnPost(comment, session.appId, marker)) newest = { id: comment.id, nodeId: comment.node_id };
  }
  return newest;
}
