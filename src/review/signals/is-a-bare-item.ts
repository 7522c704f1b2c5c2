import { defineSignal } from './define-signal.ts';

const FEW_WORDS = 7;

/**
 * Looks for: a list item or table cell of a few words.
 * Why a reader cares: names in a list show that something exists, not why or how.
 * Not to be taken for it: a short sentence in a paragraph.
 */
export const isABareItem = defineSignal({
  id: 'is-a-bare-item',
  question: 'Is this only an item of a few words?',
  look: block => block.kind === 'list-item' && block.wordCount < FEW_WORDS,
  examples: {
    yes: [{ kind: 'list-item', text: 'Docker' }],
    no: [
      'Docker',
      { kind: 'list-item', text: 'Docker, because the grader has no Python and should not need one.' },
    ],
  },
});
