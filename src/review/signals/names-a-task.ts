import type { Sentence } from '../words/block-text.ts';
import { defineSignal } from './define-signal.ts';

/**
 * Looks for: a sentence that says what is to be predicted, found, answered or automated.
 * Why a reader cares: it is the least a problem statement can say.
 * Not to be taken for it: only the kind of software ("a RAG chatbot"), commands, file names.
 */
export const namesATask = defineSignal({
  id: 'names-a-task',
  question: 'Does it name the task in a sentence of prose?',
  look: ({ kind, sentences }) => kind !== 'table-row' && sentences.some(sentence => isTask(sentence)),
  examples: {
    yes: [
      'The goal of this project is to predict whether a customer will cancel.',
      'This project classifies leaf photos into healthy and sick plants.',
      'Predict the winner of a football match',
      'Sentiment analysis of product reviews',
    ],
    no: ['A multi-agent research assistant.', 'Run the script to predict.'],
  },
});

function isTask(sentence: Sentence): boolean {
  if (sentence.length < 4 || sentence.hasAny('command', 'trouble')) return false;
  return sentence.has('task') || (sentence.length >= 6 && sentence.hasApart('aim', 'activity'));
}
