import { defineSignal } from './define-signal.ts';

/**
 * Looks for: licence, disclaimer, "for learning only".
 * Why a reader cares: such limits are legal or polite ones, not findings.
 * Not to be taken for it: limits of the method.
 */
export const statesTerms = defineSignal({
  id: 'states-terms',
  question: 'Is this a licence note or a disclaimer?',
  look: block => block.sentences.some(sentence => sentence.has('terms')),
  examples: {
    yes: ['This project is licensed under the MIT License.', 'For educational purposes only.'],
    no: ['The model cannot read handwriting.'],
  },
});
