import { othersNote } from '../../render/replies/wording.ts';
import { commentDraft } from '../conversations/comment-draft.ts';
import { updateDashboard } from '../conversations/update-dashboard.ts';
import { postAfresh } from '../publishing/post-afresh.ts';
import { publishLook } from '../publishing/publish-look.ts';
import { unlessRefused } from '../publishing/unless-refused.ts';
import { type Look, lookAt } from '../reviewing/look.ts';
import type { Tools } from '../tools.ts';
import { type Answer, declined, done, later } from './answer.ts';
import { type AskedHead, askedHead } from './asked-head.ts';
import type { Asked } from './carry-out-command.ts';
import { whatIsAsked } from './what-is-asked.ts';

type Head = Extract<AskedHead, { kind: 'head' }>;

/**
 * `/review`: a fresh look at the head, a fresh comment, because an explicit question deserves a notification, and its
 * check run concluded again.
 */
export async function reviewOnCommand(tools: Tools, asked: Asked): Promise<Answer> {
  const { repository } = asked.comment;
  const head = await askedHead(tools, asked.comment);
  if (head.kind === 'none') return declined(head.why);
  return tools.inTurn(repository, head.headSha, async () => {
    const look = await lookAt(tools, repository, head.headSha, { ...head, asked: true });
    if (look === null) return declined('disabled');
    const at = await tell(tools, asked, head, look);
    return at === null ? done(null) : later(at);
  });
}

/**
 * The check run comes last: what else is written is on record, so that a job that comes back for its next write slot does
 * not write it again.
 */
async function tell(
  tools: Tools,
  { comment, intent, resumed }: Asked,
  { pullRequest, onDefaultBranch }: Head,
  look: Look,
): Promise<Date | null> {
  const { repository, commentId } = comment;
  const said = {
    ...(await whatIsAsked(tools, comment, look, pullRequest)),
    ...(intent.others > 0 && { note: othersNote(intent.others) }),
  };
  const draft = commentDraft(tools, repository, comment, { look, said, token: `comment${commentId}` });
  return (
    (await unlessRefused(tools, repository, postAfresh(tools, repository, draft, { resumed }))) ??
    (onDefaultBranch ? await updateDashboard(tools, repository, look, 'if-changed') : null) ??
    publishLook(tools, repository, look, 'once-more')
  );
}
