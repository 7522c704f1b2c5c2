import { nothingToWithdrawReply, withdrawnReply } from '../../render/replies/author-word-replies.ts';
import type { Tools } from '../tools.ts';
import { type Answer, declined, done } from './answer.ts';
import type { Asked } from './carry-out-command.ts';
import { noSuchCriterion, resolveCriterion } from './resolve-criterion.ts';
import { speak } from './speak.ts';

/** `/review withdraw`: takes back what was accepted in a comment. Who speaks for the repository takes back both scopes. */
export function withdraw(tools: Tools, asked: Asked, written: string): Promise<Answer> {
  return speak(tools, asked, async ({ reports, scope, places }) => {
    const criterion = resolveCriterion(written, reports);
    if (criterion === null) return noSuchCriterion(reports);
    const { repositoryId } = asked.comment.repository;
    const taken: boolean[] = [];
    for (const place of places) taken.push(await tools.words.withdraw(repositoryId, criterion.id, place));
    // A second attempt finds nothing left of what the first one took back.
    if (!taken.includes(true) && !asked.resumed) {
      return declined('nothing to withdraw', nothingToWithdrawReply(criterion));
    }
    return done(withdrawnReply(criterion, scope));
  });
}
