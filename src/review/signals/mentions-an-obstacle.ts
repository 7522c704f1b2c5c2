import { defineSignal } from './define-signal.ts';

/**
 * Looks for: something that stood in the way, only named.
 * Why a reader cares: it is where a mentor would ask what happened next.
 * Not to be taken for it: troubleshooting for users.
 */
export const mentionsAnObstacle = defineSignal({
  id: 'mentions-an-obstacle',
  question: 'Is an obstacle named?',
  look: ({ sentences }) =>
    sentences.some(sentence => sentence.has('obstacle') && !sentence.hasAny('trouble', 'command', 'terms')),
  examples: {
    yes: ['The main challenge was the high cardinality of the addresses.'],
    no: ['If you run into errors, reinstall the packages.'],
  },
});
