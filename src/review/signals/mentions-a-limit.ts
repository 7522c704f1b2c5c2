import { defineSignal } from './define-signal.ts';

/**
 * Looks for: a limit of the project, only named.
 * Why a reader cares: it is a beginning, and the place where a mentor would ask on.
 * Not to be taken for it: licences, disclaimers, instructions.
 */
export const mentionsALimit = defineSignal({
  id: 'mentions-a-limit',
  question: 'Is a limit named?',
  look: ({ sentences }) =>
    sentences.some(sentence => sentence.has('limit') && !sentence.hasAny('terms', 'trouble', 'command')),
  examples: {
    yes: ['The system currently only works with English documents.'],
    no: ['This software is for educational purposes only.'],
  },
});
