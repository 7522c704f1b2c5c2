/** Comments of those who may not ask: each answer is a row, so that a retry of the same comment gets the same one. */
import { DAY_MS } from './command-limits.ts';
import type { CommentPlace } from './conversation-tables.ts';
import type { Tx } from './tables.ts';

/** Rows kept per repository, the newest of at most a day: a bound for storms of comments. */
export const KEPT_DECLINES = 500;

/** True where this is the first line to the author in the thread within a day. `now`: milliseconds since 1970. */
export async function decline(tx: Tx, place: CommentPlace, author: string, now: number): Promise<boolean> {
  const { repository_id, issue_number, comment_id } = place;
  const declines = tx.selectFrom('command_declines').where('repository_id', '=', repository_id);
  const same = await declines.where('comment_id', '=', comment_id).select('told').executeTakeFirst();
  if (same !== undefined) return same.told === 1;
  const earlier = await declines
    .where('issue_number', '=', issue_number)
    .where('author', '=', author)
    .where('told', '=', 1)
    .where('declined_at', '>', now - DAY_MS)
    .select('comment_id')
    .executeTakeFirst();
  const told = earlier === undefined;
  const row = { ...place, author, declined_at: now, told: told ? 1 : 0 };
  await tx.insertInto('command_declines').values(row).execute();
  await dropOld(tx, repository_id, now);
  return told;
}

/** Of those who were told the row stays longest: they are not told again. */
async function dropOld(tx: Tx, repositoryId: number, now: number): Promise<void> {
  const ofRepository = tx.deleteFrom('command_declines').where('repository_id', '=', repositoryId);
  await ofRepository.where('declined_at', '<=', now - DAY_MS).execute();
  const kept = tx
    .selectFrom('command_declines')
    .where('repository_id', '=', repositoryId)
    .orderBy('told', 'desc')
    .orderBy('declined_at', 'desc')
    .orderBy('comment_id', 'desc')
    .limit(KEPT_DECLINES)
    .select('comment_id');
  await ofRepository.where('comment_id', 'not in', kept).execute();
}
