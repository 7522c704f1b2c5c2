import { defineSignal } from './define-signal.ts';

/**
 * Looks for: a variant that came out worse than expected or than another.
 * Why a reader cares: a negative result saves the next person the same week.
 * Not to be taken for it: the winning variant's praise.
 */
export const reportsAWorseVariant = defineSignal({
  id: 'reports-a-worse-variant',
  question: 'Is a variant reported as worse or without effect?',
  look: block => block.sentences.some(sentence => sentence.words.length >= 6 && sentence.has('worse')),
  examples: {
    yes: [
      'Adding weather data made the forecast worse on weekends.',
      'The larger model overfitted after two epochs.',
    ],
    no: ['The model performs better than the baseline.'],
  },
});
