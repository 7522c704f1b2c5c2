import type { Intent } from '../../commands/intent.ts';
import type { CommentInstruction } from '../../jobs.ts';
import { declinedReply, limitReply, withOthersNote } from '../../render/replies/replies.ts';
import type { Tools } from '../tools.ts';
import { acknowledge } from './acknowledge.ts';
import { type Answer, declined } from './answer.ts';
import { type Asked, carryOutCommand } from './carry-out-command.ts';
import { reply } from './reply.ts';
import { standingOf } from './standing.ts';

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
  if (standing === 'stranger') return turnAway(tools, id, comment, intent);

  const resumed = !(await acknowledge(tools, comment, 'eyes'));
  const allowance = await commands.take(comment);
  const asked: Asked = { id, comment, intent, standing, resumed };
  const answer =
    allowance.kind === 'allowed'
      ? await carryOutCommand(tools, asked)
      : declined(allowance.why, allowance.tell ? limitReply(allowance.why, allowance.until) : null);
  return close(tools, asked, answer);
}

/** One polite line a day; whoever goes on is not answered, because each answer would be a message to everyone. */
async function turnAway(
  tools: Tools,
  id: string,
  comment: CommentInstruction,
  intent: Intent,
): Promise<Date | null> {
  const { commands, store } = tools;
  if (!(await commands.mayDecline(comment))) {
    await store.finishInstruction(id, 'declined: not-allowed, told before');
    return null;
  }
  const resumed = !(await acknowledge(tools, comment, 'confused'));
  const answer = declined('not-allowed', declinedReply('not-allowed'));
  return close(tools, { id, comment, intent, standing: 'stranger', resumed }, answer);
}

async function close(
  tools: Tools,
  { id, comment, intent, resumed }: Asked,
  answer: Answer,
): Promise<Date | null> {
  if (answer.kind === 'later') return answer.at;
  if (answer.reply !== null) {
    const at = await reply(tools, comment, withOthersNote(answer.reply, intent.others), { resumed });
    if (at !== null) return at;
  }
  await tools.store.finishInstruction(id, answer.result);
  await acknowledge(tools, comment, answer.reaction);
  return null;
}
