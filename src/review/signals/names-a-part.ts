import { defineSignal } from './define-signal.ts';

/**
 * Looks for: a list item or table row that names a method, a kind of data, a tool's role or a step.
 * Why a reader cares: a list of parts is the beginning of an account of how they work together.
 * Not to be taken for it: prose, commands, and items that could stand in any list.
 */
export const namesAPart = defineSignal({
  id: 'names-a-part',
  question: 'Is this one part, tool or step in a list?',
  look: ({ kind, isHead, sentences }) =>
    (kind === 'list-item' || kind === 'table-row') &&
    !isHead &&
    sentences.some(sentence => sentence.hasAny('method', 'data', 'step', 'use') && !sentence.has('command')),
  examples: {
    yes: [
      { kind: 'list-item', text: 'Vector search over the leaflets' },
      { kind: 'table-row', columns: 'Part | Role', text: 'Worker | trains every night' },
    ],
    no: ['Vector search over the leaflets', { kind: 'list-item', text: 'Dark mode' }],
  },
});
