import { defineSignal } from './define-signal.ts';

/**
 * Looks for: the people a project is for, named in a sentence that says what they need or get.
 * Why a reader cares: "for whom" is half of a problem.
 * Not to be taken for it: authors, contributors, and users as readers of the instructions.
 */
export const namesWhoHasIt = defineSignal({
  id: 'names-who-has-it',
  question: 'Does it name the people who need this, and for what?',
  look: block =>
    block.kind !== 'table-row' &&
    block.sentences.some(
      sentence =>
        sentence.words.length >= 8 && sentence.has('people') && sentence.hasAny('aim', 'stakes', 'pain'),
    ),
  examples: {
    yes: ['The aim is to help farmers decide when to water their fields.'],
    no: ['Thanks to all contributors.', 'Run the app and open the browser.'],
  },
});
