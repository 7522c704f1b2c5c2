import { defineSignal } from './define-signal.ts';

/**
 * Looks for: an obstacle met on the way and what was done about it.
 * Why a reader cares: how someone gets unstuck is what they will do at work.
 * Not to be taken for it: troubleshooting for users, and the problem the project solves for others.
 */
export const tellsObstacleAndRemedy = defineSignal({
  id: 'tells-obstacle-and-remedy',
  question: 'Is an obstacle told together with what was done about it?',
  look: ({ sentences }) =>
    sentences.some((sentence, index) => {
      if (!sentence.has('obstacle') || sentence.hasAny('trouble', 'command')) return false;
      return sentence.has('remedy') || sentences[index + 1]?.has('remedy') === true;
    }),
  examples: {
    yes: ['The scraper ran into rate limits, which we solved by caching every page for a day.'],
    no: [
      'If you run into errors, reinstall the packages.',
      'Searching leaflets is a problem for volunteers.',
    ],
  },
});
