/** Commands that were given: each answer is a row, so that a retry of the same comment gets the same one. */
import { z } from 'zod';
import type { Allowance } from '../ports.ts';
import { COMMANDS_PER_DAY, DAY_MS, type EarlierCommand, refuseCommand } from './command-limits.ts';
import type { CommandUseRow, CommentPlace } from './conversation-tables.ts';
import type { Tx } from './tables.ts';

/** Rows kept per repository, the newest of at most a day: all that count, and a bound for storms of comments. */
export const KEPT_USES = 5 * COMMANDS_PER_DAY;

/** A reason of a newer version is told as the one that ends sooner. */
const StoredReason = z.enum(['cooldown', 'daily-limit']).catch('cooldown');

/** `now`: milliseconds since 1970. */
export async function takeCommand(tx: Tx, place: CommentPlace, now: number): Promise<Allowance> {
  const { repository_id, comment_id, issue_number } = place;
  const uses = await tx
    .selectFrom('command_uses')
    .where('repository_id', '=', repository_id)
    .selectAll()
    .execute();
  const same = uses.find(use => use.comment_id === comment_id);
  if (same !== undefined) return toAllowance(same);
  const refusal = refuseCommand(uses.map(toEarlier), issue_number, now);
  const use: CommandUseRow = {
    ...place,
    used_at: now,
    refused: refusal?.why ?? null,
    refused_until: refusal?.until ?? null,
    told: refusal?.tell === true ? 1 : 0,
  };
  await tx.insertInto('command_uses').values(use).execute();
  await dropOld(tx, repository_id, now);
  return toAllowance(use);
}

/** Refusals that nobody was told of go first: what was allowed still counts, and who was told is not told again. */
async function dropOld(tx: Tx, repositoryId: number, now: number): Promise<void> {
  const ofRepository = tx.deleteFrom('command_uses').where('repository_id', '=', repositoryId);
  await ofRepository.where('used_at', '<=', now - DAY_MS).execute();
  const kept = tx
    .selectFrom('command_uses')
    .where('repository_id', '=', repositoryId)
    .orderBy(eb => eb.case().when('refused', 'is', null).then(0).when('told', '=', 1).then(1).else(2).end())
    .orderBy('used_at', 'desc')
    .orderBy('comment_id', 'desc')
    .limit(KEPT_USES)
    .select('comment_id');
  await ofRepository.where('comment_id', 'not in', kept).execute();
}

function toEarlier(use: CommandUseRow): EarlierCommand {
  return {
    issueNumber: use.issue_number,
    at: use.used_at,
    refused: use.refused === null ? null : StoredReason.parse(use.refused),
    told: use.told === 1,
  };
}

function toAllowance({ refused, refused_until, told }: CommandUseRow): Allowance {
  if (refused === null || refused_until === null) return { kind: 'allowed' };
  const why = StoredReason.parse(refused);
  return { kind: 'refused', why, until: new Date(refused_until), tell: told === 1 };
}
