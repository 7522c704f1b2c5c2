import { defineSignal } from './define-signal.ts';

/**
 * Looks for: how it is done today, or what is usually the case, with what is wrong about it or who lives with it.
 * Why a reader cares: a need shows in the difference between today and what the project makes possible.
 * Not to be taken for it: the present state of the project itself.
 */
export const describesToday = defineSignal({
  id: 'describes-today',
  question: 'Does it say how things stand without the project?',
  look: ({ kind, sentences }) =>
    kind !== 'table-row' &&
    sentences.some(
      sentence =>
        sentence.length >= 8 &&
        sentence.has('today') &&
        sentence.hasAny('pain', 'harm', 'people', 'stakes') &&
        !sentence.hasAny('command', 'trouble', 'future'),
    ),
  examples: {
    yes: ['Most clinics still call every patient by telephone, and half of them are not reached.'],
    no: ['The app currently supports PDF files.'],
  },
});
