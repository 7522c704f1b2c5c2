import type { EndComment, EndInstruction, History, Invariant } from '../history.ts';

/** Every comment that was taken in was carried out once, or answered once with why not. */
export const instructionsAnsweredOnce: Invariant = history =>
  history.instructions.flatMap(instruction => {
    const { comment, result } = instruction;
    if (comment === null || result === null) return [];
    const answers = answersTo(history, comment.id);
    const wanted = answersWanted(instruction);
    if (wanted.includes(answers.length)) return [];
    return [`comment ${comment.id} "${comment.text}": ${result}, and ${answers.length} answers`];
  });

/** Answers in words, and reviews that it asked for. */
function answersTo({ comments }: History, commentId: number): readonly EndComment[] {
  const tokens = { reply: String(commentId), review: `comment${commentId}` };
  return comments.filter(({ marker }) => marker.token === tokens[marker.kind]);
}

/** How many answers each result allows; a job that was given up may have answered before or could not. */
function answersWanted({ result }: EndInstruction): readonly number[] {
  if (result === null || result === 'no command' || result.endsWith('told before')) return [0];
  return result.startsWith('gave up') ? [0, 1] : [1];
}
