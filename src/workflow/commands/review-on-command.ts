import { othersNote } from '../../render/replies/wording.ts';
import { commentDraft } from '../comment-draft.ts';
import { postAfresh } from '../publishing/post.ts';
import { reviewAgain } from '../review-again.ts';
import type { Tools } from '../tools.ts';
import { updateDashboard } from '../update-dashboard.ts';
import { type Answer, declined, done, later } from './answer.ts';
import { askedHead } from './asked-head.ts';
import type { Asked } from './carry-out-command.ts';
import { whatIsAsked } from './what-is-asked.ts';

/**
 * `/review`: a fresh look at the head, its check run concluded again, and a fresh comment, because an explicit question
 * deserves a notification.
 */
export async function reviewOnCommand(tools: Tools, { comment, intent }: Asked): Promise<Answer> {
  const { repository } = comment;
  const head = await askedHead(tools, comment);
  if (head.kind === 'none') return declined(head.why);
  const seen = await reviewAgain(tools, repository, { ...head, asked: true, manner: 'once-more' });
  if (seen.later !== null) return later(seen.later);
  if (seen.look === null) return declined('disabled');

  const { look } = seen;
  const said = {
    ...(await whatIsAsked(tools, comment, look, head.pullRequest)),
    ...(intent.others > 0 && { note: othersNote(intent.others) }),
  };
  const token = `comment${comment.commentId}`;
  const draft = commentDraft(tools, repository, comment, { look, said, token });
  const at =
    (await postAfresh(tools, repository, draft)) ??
    (head.onDefaultBranch ? await updateDashboard(tools, repository, look, 'if-changed') : null);
  return at === null ? done(null) : later(at);
}
