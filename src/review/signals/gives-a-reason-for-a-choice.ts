import { defineSignal } from './define-signal.ts';

/**
 * Looks for: a choice, and a reason for it, in one sentence or two neighbours.
 * Why a reader cares: choices with reasons are what an interviewer asks about.
 * Not to be taken for it: a tool's role ("Redis for caching"), instructions, and reasons for things nobody chose.
 */
export const givesAReasonForAChoice = defineSignal({
  id: 'gives-a-reason-for-a-choice',
  question: 'Is a choice made here, and is a reason given?',
  look: ({ sentences }) =>
    sentences.some((sentence, index) => {
      if (sentence.length < 6 || sentence.hasAny('command', 'trouble')) return false;
      if (sentence.hasAny('choice', 'instead') && sentence.has('reason')) return true;
      return sentence.hasAny('choice', 'instead') && sentences[index + 1]?.has('reason') === true;
    }),
  examples: {
    yes: [
      'I chose SQLite because the whole dataset fits in one file and needs no server.',
      'We picked recall as the metric since the cost of a missed case is higher than that of a false alarm.',
    ],
    no: ['Redis for caching', 'Choose a folder before the next step.'],
  },
});
