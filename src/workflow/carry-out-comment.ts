import type { CommentInstruction } from '../jobs.ts';
import { DECLINED } from '../render/replies/wording.ts';
import { acknowledge } from './acknowledge.ts';
import { admitComment } from './admit-comment.ts';
import { reviewAgain } from './review-again.ts';
import type { Tools } from './tools.ts';

/**
 * Does what a comment asks, if it asks anything: eyes at once, a closing reaction at the end. Text about the app, such as
 * a command in code or a quote, leads to no request at all. Answers null when done, else when to come back.
 */
export async function carryOutComment(
  tools: Tools,
  id: string,
  comment: CommentInstruction,
): Promise<Date | null> {
  const { reviewer, store } = tools;
  const intent = await reviewer.readComment(comment.text);
  if (intent === null) {
    await store.finishInstruction(id, 'no command');
    return null;
  }
  await acknowledge(tools, comment, 'eyes');
  const admission = await admitComment(tools, comment);
  if (admission.kind === 'declined') return decline(tools, id, comment, admission.why);

  const later = await reviewAgain(tools, comment.repository, admission.headSha);
  if (later !== null) return later;
  await store.finishInstruction(id, 'done');
  await acknowledge(tools, comment, 'rocket');
  return null;
}

/**
 * One polite line, never twice: GitHub says whether the reaction before it is new, so that a job that was interrupted
 * between the two stays silent and leaves the reaction as its answer.
 */
async function decline(
  { github, limiter, store }: Tools,
  id: string,
  comment: CommentInstruction,
  why: keyof typeof DECLINED,
): Promise<Date | null> {
  const { repository } = comment;
  const slot = await limiter.take(repository.installationId);
  if (slot !== null) return slot;
  const isNew = await github.react(repository, comment, 'confused');
  if (isNew) await github.createComment(repository, comment, DECLINED[why]);
  await store.finishInstruction(id, `declined: ${why}`);
  return null;
}
