import { defineSignal } from './define-signal.ts';

/**
 * Looks for: help for users whose run fails.
 * Why a reader cares: it is kind to users, and no account of what went wrong in the project.
 * Not to be taken for it: an obstacle the author met.
 */
export const helpsWithTrouble = defineSignal({
  id: 'helps-with-trouble',
  question: 'Is this help for a user in trouble?',
  look: block => block.sentences.some(sentence => sentence.has('trouble')),
  examples: {
    yes: ['If you get an error, make sure that Docker is running.'],
    no: ['The scraper ran into rate limits, which we solved by caching.'],
  },
});
