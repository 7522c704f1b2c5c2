import { defineSignal } from './define-signal.ts';

/**
 * Looks for: a question the project sets out to answer, written as a question.
 * Why a reader cares: a question says more precisely than a topic what would count as an answer.
 * Not to be taken for it: sample questions to a chatbot, a FAQ, headings.
 */
export const asksAQuestion = defineSignal({
  id: 'asks-a-question',
  question: 'Is the question of the project asked as a question?',
  look: ({ kind, sentences }) =>
    (kind === 'paragraph' || kind === 'quote') &&
    sentences.some(({ text, length }) => length >= 6 && /[?？]["'”’)*]*\s*$/.test(text)),
  examples: {
    yes: ['Can a small model judge answers as reliably as a person does?'],
    no: ['Stuck?', 'It answers the question.'],
  },
});
