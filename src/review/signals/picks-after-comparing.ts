import { defineSignal } from './define-signal.ts';

/**
 * Looks for: alternatives compared, and one of them taken, in the same passage.
 * Why a reader cares: the comparison has become a decision.
 * Not to be taken for it: a table of scores that nobody concludes from.
 */
export const picksAfterComparing = defineSignal({
  id: 'picks-after-comparing',
  question: 'Are alternatives compared and one picked?',
  look: block =>
    block.sentences.some(
      sentence =>
        sentence.words.length >= 6 && sentence.has('alternative') && sentence.hasAny('choice', 'verdict'),
    ),
  examples: {
    yes: ['Logistic regression was chosen over gradient boosting after both scored the same.'],
    no: ['Both models are compared below.'],
  },
});
