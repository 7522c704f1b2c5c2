import { defineSignal } from './define-signal.ts';

/**
 * Looks for: alternatives compared, and one of them taken or found best, in the same passage.
 * Why a reader cares: the comparison has become a decision.
 * Not to be taken for it: a table of scores that nobody concludes from.
 */
export const picksAfterComparing = defineSignal({
  id: 'picks-after-comparing',
  question: 'Are alternatives compared and one picked?',
  look: ({ sentences }) =>
    sentences.some((sentence, index) => {
      if (sentence.length < 6) return false;
      if (!sentence.hasAny('comparison', 'instead')) return false;
      return sentence.hasAny('choice', 'winner') || sentences[index + 1]?.hasAny('choice', 'winner') === true;
    }),
  examples: {
    yes: ['Logistic regression was chosen over gradient boosting after both scored the same.'],
    no: ['Both models are compared below.'],
  },
});
