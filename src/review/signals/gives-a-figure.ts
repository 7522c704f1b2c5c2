import { defineSignal } from './define-signal.ts';
import { hasFigure } from './figures.ts';

/**
 * Looks for: any figure that can be a measured value.
 * Why a reader cares: under "Results", a name and a number are a result, even where the metric is not named again.
 * Not to be taken for it, elsewhere: sizes, versions, parameters. It counts in the section of a criterion only, and
 * not in text that was copied from the rubric.
 */
export const givesAFigure = defineSignal({
  id: 'gives-a-figure',
  question: 'Is there a figure?',
  look: ({ kind, text, sentences }) =>
    kind !== 'code' &&
    sentences.length > 0 &&
    hasFigure(text.slice(0, 1000)) &&
    !sentences.some(sentence => sentence.has('target')),
  examples: { yes: ['Random forest: 0.87'], no: ['Random forest', 'At least 90%'] },
});
