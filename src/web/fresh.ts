import type { Clock } from '../ports.ts';

/** An answer is given again for so long, so that nobody who asks often keeps the database busy. */
export const ANSWER_FRESH_MS = 5_000;

/** Asks at most once in `ANSWER_FRESH_MS`; whoever asks in between shares the answer, a failure too. */
export function answerAgain<Answer>(clock: Clock, ask: () => Promise<Answer>): () => Promise<Answer> {
  let last: { readonly at: number; readonly answer: Promise<Answer> } | null = null;
  return () => {
    const now = +clock.now();
    if (last === null || Math.abs(now - last.at) >= ANSWER_FRESH_MS) last = { at: now, answer: ask() };
    return last.answer;
  };
}
