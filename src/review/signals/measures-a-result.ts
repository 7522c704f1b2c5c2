import { defineSignal } from './define-signal.ts';

/**
 * Looks for: a value that this project reached: a metric with its number, or a number with what was achieved.
 * Why a reader cares: it is the difference between "it works" and how well.
 * Not to be taken for it: targets, version numbers, hyperparameters, sizes of the data.
 */
export const measuresAResult = defineSignal({
  id: 'measures-a-result',
  question: 'Is a measured value of this project given?',
  look: ({ kind, sentences }) =>
    kind !== 'code' &&
    sentences.some(
      sentence =>
        sentence.hasFigure &&
        (sentence.hasAny('metric', 'measure') ||
          sentence.has('achieved', 'measured-on') ||
          sentence.has('achieved', 'baseline')) &&
        !sentence.hasAny('future', 'command', 'target'),
    ),
  examples: {
    yes: [
      'The model reaches an F1 score of 0.83 on the test set.',
      'Accuracy: 91%',
      'Latency fell from 900 ms to 210 ms.',
    ],
    no: ['Python 3.12 is required.', 'The target is an accuracy of 90%.', 'The dataset has 1200 rows.'],
  },
});
