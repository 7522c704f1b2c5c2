import { defineSignal } from './define-signal.ts';

/**
 * Looks for: something that was done or used, and what for: to avoid, so that, which keeps.
 * Why a reader cares: a purpose is the beginning of a reason.
 * Not to be taken for it: instructions, and what users can do with the software.
 */
export const givesAPurpose = defineSignal({
  id: 'gives-a-purpose',
  question: 'Does it say what a part or a step is good for?',
  look: ({ sentences }) =>
    sentences.some(
      sentence =>
        sentence.length >= 6 &&
        !sentence.hasAny('command', 'trouble') &&
        sentence.hasAny('use', 'choice', 'step') &&
        sentence.hasAny('purpose', 'reason'),
    ),
  examples: {
    yes: ['Scores are cached in Redis to keep the page under a second.'],
    no: ['Redis for caching', 'Run the script to fill the cache.'],
  },
});
