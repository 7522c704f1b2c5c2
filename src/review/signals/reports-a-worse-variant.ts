import { announcesFailures } from '../words/announces-failures.ts';
import { defineSignal } from './define-signal.ts';

/**
 * Looks for: a variant that came out worse than expected or than another.
 * Why a reader cares: a negative result saves the next person the same week.
 * Not to be taken for it: the winning variant's praise, and means "to prevent overfitting".
 */
export const reportsAWorseVariant = defineSignal({
  id: 'reports-a-worse-variant',
  question: 'Is a variant reported as worse or without effect?',
  look: ({ sentences }) =>
    sentences.some(
      sentence =>
        sentence.length >= 4 &&
        sentence.has('worse') &&
        !sentence.hasAny('purpose', 'trouble') &&
        !announcesFailures(sentence.text) &&
        !/\b(?:prevent|avoid|reduc|mitigat|against|detect|handl|minimi)\w* (?:\w+ ){0,2}(?:over|under)-?fit/i.test(
          sentence.text.slice(0, 600),
        ),
    ),
  examples: {
    yes: [
      'Adding weather data made the forecast worse on weekends.',
      'The larger model overfitted after two epochs.',
    ],
    no: [
      'The page lists the parcels above the threshold, worst first.',
      'The model performs better than the baseline.',
      'Dropout prevents overfitting.',
      'The wiki explains the setup, the data and what did not work.',
    ],
  },
});
