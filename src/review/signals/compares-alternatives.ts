import { defineSignal } from './define-signal.ts';

/**
 * Looks for: two or more ways of doing it, tried side by side.
 * Why a reader cares: it shows that the way taken was not the only one seen.
 * Not to be taken for it: a result compared with nothing the author could have built.
 */
export const comparesAlternatives = defineSignal({
  id: 'compares-alternatives',
  question: 'Are several ways compared?',
  look: ({ sentences }) => sentences.some(sentence => sentence.length >= 5 && sentence.has('comparison')),
  examples: {
    yes: ['We compared BM25 with dense retrieval and with a mix of both.'],
    no: ['The vectors are stored in Postgres.'],
  },
});
