import { defineSignal } from './define-signal.ts';

const ENOUGH_WORDS = 20;

/**
 * Looks for: a pain, lack, cost or risk in the world, together with who has it, what it harms or what it leads to.
 * Why a reader cares: without the need, nobody can tell whether the project met it.
 * Not to be taken for it: what the software is, what it can do, and trouble with running it.
 */
export const statesANeed = defineSignal({
  id: 'states-a-need',
  question: 'Does it say what is painful, costly or unknown today, and for whom or with what consequence?',
  look: ({ kind, sentences, wordCount }) => {
    if (kind === 'table-row' || wordCount < 7) return false;
    if (sentences.some(sentence => sentence.has('pain') && sentence.hasAny('people', 'harm', 'stakes')))
      return true;
    if (wordCount < ENOUGH_WORDS) return false;
    const pain = sentences.some(sentence => sentence.has('pain'));
    return pain && sentences.some(sentence => sentence.hasAny('people', 'harm'));
  },
  examples: {
    yes: [
      'Volunteers spend half of every call searching leaflets by hand while the caller waits.',
      'Missed appointments are costly: clinics lose revenue and patients wait longer for treatment.',
    ],
    no: [
      'A chatbot built with LangChain and Chroma.',
      'This project predicts customer churn.',
      'Users can upload files, ask questions and export the answers.',
    ],
  },
});
