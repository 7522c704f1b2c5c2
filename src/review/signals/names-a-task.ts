import { defineSignal } from './define-signal.ts';

/**
 * Looks for: a sentence that says what is to be predicted, found, answered or automated.
 * Why a reader cares: it is the least a problem statement can say.
 * Not to be taken for it: only the kind of software ("a RAG chatbot"), commands, file names.
 */
export const namesATask = defineSignal({
  id: 'names-a-task',
  question: 'Does it name the task in a sentence of prose?',
  look: ({ kind, sentences }) =>
    kind !== 'table-row' &&
    sentences.some(sentence => sentence.words.length >= 6 && sentence.hasApart('aim', 'task')),
  examples: {
    yes: [
      'The goal of this project is to predict whether a customer will cancel.',
      'This project classifies leaf photos into healthy and sick plants.',
    ],
    no: ['A multi-agent research assistant.', 'Run predict.py to predict.'],
  },
});
