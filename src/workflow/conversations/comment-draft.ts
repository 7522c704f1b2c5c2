import type { Repository } from '../../jobs.ts';
import type { Thread } from '../../ports.ts';
import type { CommentInput, CommentReports } from '../../render/comment/comment-input.ts';
import { commentState } from '../../render/comment/comment-state.ts';
import { renderComment } from '../../render/comment/render-comment.ts';
import { reviewMarker } from '../../render/marker.ts';
import { commitPlace } from '../publishing/commit-place.ts';
import type { PostDraft } from '../publishing/post.ts';
import type { Look } from '../reviewing/look.ts';
import { sha256 } from '../sha256.ts';
import type { Tools } from '../tools.ts';
import { threadKey, threadSurface } from './thread-surface.ts';

/** What a comment says beside the review itself. */
export type Said = Pick<CommentInput, 'delta' | 'occasion' | 'note' | 'preview'>;

/** The review comment of a thread. `token` names the post: the comment that asked for it, or the thread. */
export function commentDraft(
  tools: Tools,
  repository: Repository,
  thread: Thread,
  { look, said, token }: { readonly look: Look; readonly said: Said; readonly token: string },
): PostDraft {
  const place = commitPlace(tools, repository, look.headSha);
  const input = { reports: commentReports(look), place, ...said };
  return {
    key: threadKey(thread),
    digest: sha256(commentState(input)),
    marker: reviewMarker(token),
    surface: threadSurface(tools, repository, thread, marker => renderComment({ ...input, marker }).body),
  };
}

export function commentReports({ review }: Look): CommentReports {
  return review.kind === 'reviewed' ? review.reports : 'no-readme';
}
