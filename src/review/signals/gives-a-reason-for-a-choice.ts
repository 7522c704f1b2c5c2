import { defineSignal } from './define-signal.ts';

/**
 * Looks for: a choice, and a reason for it, in one sentence or two neighbours.
 * Why a reader cares: choices with reasons are what an interviewer asks about.
 * Not to be taken for it: a tool's role ("Redis for caching"), instructions, and reasons for things nobody chose.
 */
export const givesAReasonForAChoice = defineSignal({
  id: 'gives-a-reason-for-a-choice',
  question: 'Is a choice made here, and is a reason given?',
  look: block =>
    block.sentences.some((sentence, index) => {
      if (sentence.words.length < 6 || sentence.has('command')) return false;
      if (sentence.hasApart('choice', 'reason')) return true;
      const next = block.sentences[index + 1];
      return sentence.hasAny('choice', 'verdict') && next?.has('reason') === true;
    }),
  examples: {
    yes: [
      'I chose SQLite because the whole dataset fits in one file and needs no server.',
      'We picked recall as the metric since a missed case costs more than a false alarm.',
    ],
    no: ['Redis for caching', 'Choose a folder because the next step needs it.'.replace('because', 'before')],
  },
});
