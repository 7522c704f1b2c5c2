import type { Intent } from '../../commands/intent.ts';
import type { CommentInstruction } from '../../jobs.ts';
import { limitReply } from '../../render/replies/limit-reply.ts';
import { DECLINED, othersNote } from '../../render/replies/wording.ts';
import type { Tools } from '../tools.ts';
import { acknowledge } from './acknowledge.ts';
import type { Answer } from './answer.ts';
import { carryOutCommand } from './carry-out-command.ts';
import { reply } from './reply.ts';
import { rightFor, standingOf } from './standing.ts';

/**
 * Does what a comment asks, if it asks anything: eyes at once, a closing reaction at the end. Text about the app, such as
 * a command in code or a quote, leads to no request at all. Answers null when done, else when to come back.
 */
export async function carryOutComment(
  tools: Tools,
  id: string,
  comment: CommentInstruction,
): Promise<Date | null> {
  const { reviewer, store, commands } = tools;
  const intent = await reviewer.readComment(comment.text);
  if (intent === null) {
    await store.finishInstruction(id, 'no command');
    return null;
  }
  const standing = await standingOf(tools, comment, intent);
  if (standing === 'stranger') {
    const isFirst = await commands.mayDecline(comment);
    const why = rightFor(intent.command) === 'decide' ? 'not-allowed-to-decide' : 'not-allowed';
    return turnAway(tools, id, comment, why, isFirst ? DECLINED[why] : null);
  }
  const allowance = await commands.take(comment);
  if (allowance.kind === 'refused') {
    const { why, until, tell } = allowance;
    return turnAway(tools, id, comment, why, tell ? limitReply(why, until) : null);
  }
  const resumed = !(await acknowledge(tools, comment, 'eyes'));
  const answer = await carryOutCommand(tools, { comment, intent, standing, resumed });
  return close(tools, id, comment, withNote(answer, intent), resumed);
}

/** One polite line. Without one (it was told before) nothing is written: it would be a message to everyone. */
async function turnAway(
  tools: Tools,
  id: string,
  comment: CommentInstruction,
  why: string,
  line: string | null,
): Promise<Date | null> {
  if (line !== null) {
    const resumed = !(await acknowledge(tools, comment, 'confused'));
    const at = await reply(tools, comment, line, { resumed });
    if (at !== null) return at;
  }
  await tools.store.finishInstruction(id, `declined: ${why}${line === null ? ', told before' : ''}`);
  return null;
}

async function close(
  tools: Tools,
  id: string,
  comment: CommentInstruction,
  answer: Answer,
  resumed: boolean,
): Promise<Date | null> {
  if (answer.kind === 'later') return answer.at;
  if (answer.reply !== null) {
    const at = await reply(tools, comment, answer.reply, { resumed });
    if (at !== null) return at;
  }
  await tools.store.finishInstruction(id, answer.result);
  await acknowledge(tools, comment, answer.reaction);
  return null;
}

/** An answer in words says as well that the comment's further commands were not carried out. */
function withNote(answer: Answer, { others }: Intent): Answer {
  if (answer.kind === 'later' || answer.reply === null || others === 0) return answer;
  return { ...answer, reply: `${answer.reply}\n\n${othersNote(others)}` };
}
