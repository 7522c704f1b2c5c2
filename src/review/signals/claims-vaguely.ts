import { defineSignal } from './define-signal.ts';

/**
 * Looks for: a claim of success without a figure: high accuracy, good results, works well.
 * Why a reader cares: it says that there is a result, and makes them want the number.
 * Not to be taken for it: praise of a tool.
 */
export const claimsVaguely = defineSignal({
  id: 'claims-vaguely',
  question: 'Is success claimed without a figure?',
  look: block => block.sentences.some(sentence => sentence.has('vague')),
  examples: {
    yes: ['The model achieves high accuracy.', 'It delivers good results on unseen data.'],
    no: ['The model reaches 0.91.'],
  },
});
