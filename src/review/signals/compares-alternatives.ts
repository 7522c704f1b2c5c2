import { defineSignal } from './define-signal.ts';

/**
 * Looks for: two or more ways of doing it set against each other.
 * Why a reader cares: a choice is only one where there was something else to choose.
 * Not to be taken for it: a result compared with nothing the author could have built.
 */
export const comparesAlternatives = defineSignal({
  id: 'compares-alternatives',
  question: 'Are alternatives set against each other?',
  look: block => block.sentences.some(sentence => sentence.words.length >= 5 && sentence.has('alternative')),
  examples: {
    yes: [
      'Instead of a hosted index we keep the vectors in Postgres.',
      'We compared BM25 with dense retrieval and with a mix of both.',
    ],
    no: ['The vectors are stored in Postgres.'],
  },
});
