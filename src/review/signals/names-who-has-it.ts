import { defineSignal } from './define-signal.ts';

/**
 * Looks for: the people a project is for, named in a sentence that says what it does for them.
 * Why a reader cares: "for whom" is half of a problem.
 * Not to be taken for it: authors, contributors, and users as readers of the instructions.
 */
export const namesWhoHasIt = defineSignal({
  id: 'names-who-has-it',
  question: 'Does it name the people who need this, and for what?',
  look: ({ kind, sentences }) =>
    kind !== 'table-row' &&
    sentences.some(
      sentence => sentence.length >= 8 && sentence.has('people') && sentence.hasAny('helps', 'aim'),
    ),
  examples: {
    yes: ['The aim is to help farmers decide when to water their fields.'],
    no: ['Thanks to all contributors.', 'Run the app and open the browser.'],
  },
});
