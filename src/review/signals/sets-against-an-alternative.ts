import { defineSignal } from './define-signal.ts';

/**
 * Looks for: what is done set against what could have been done: instead of, rather than, chosen over.
 * Why a reader cares: a choice is only one where there was something else to choose.
 * Not to be taken for it: instructions, and what users do today without the project.
 */
export const setsAgainstAnAlternative = defineSignal({
  id: 'sets-against-an-alternative',
  question: 'Is the way taken set against another one?',
  look: ({ sentences }) =>
    sentences.some(
      sentence => sentence.length >= 6 && sentence.has('instead') && !sentence.hasAny('command', 'trouble'),
    ),
  examples: {
    yes: ['Instead of a hosted index we keep the vectors in Postgres.'],
    no: ['The vectors are stored in Postgres.'],
  },
});
