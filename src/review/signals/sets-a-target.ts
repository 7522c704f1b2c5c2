import { defineSignal } from './define-signal.ts';

/**
 * Looks for: a value that is aimed at, expected, or a threshold.
 * Why a reader cares: it is good to have one, and it is no result.
 * Not to be taken for it: a value that was reached.
 */
export const setsATarget = defineSignal({
  id: 'sets-a-target',
  question: 'Is this a target or an expectation?',
  look: ({ sentences }) => sentences.some(sentence => sentence.has('target')),
  examples: { yes: ['The accuracy should be at least 90%.'], no: ['The accuracy is 91%.'] },
});
