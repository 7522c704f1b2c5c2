import { announcesFailures } from '../words/announces-failures.ts';
import { defineSignal } from './define-signal.ts';

/**
 * Looks for: something that was tried and then dropped, reverted, or found not to work.
 * Why a reader cares: it is the rarest and most telling part of a portfolio, and the most honest.
 * Not to be taken for it: rows dropped from a table, failed commands, error messages for users, the promise to tell of it.
 */
export const namesADroppedAttempt = defineSignal({
  id: 'names-a-dropped-attempt',
  question: 'Was something tried here that did not work or was dropped?',
  look: ({ sentences }) =>
    sentences.some(
      sentence =>
        sentence.length >= 4 &&
        sentence.has('dropped') &&
        !sentence.has('trouble') &&
        !announcesFailures(sentence.text),
    ),
  examples: {
    yes: [
      'We first tried character embeddings, but they did not work for short names and were abandoned.',
      'Query rewriting did not help, so I removed it.',
      'I tried BM25 first and dropped it, because recall fell from 0.8 to 0.6.',
    ],
    no: [
      'Rows with missing values were removed.',
      'If the build fails, try again.',
      'The wiki explains the setup, the data and what did not work.',
    ],
  },
});
