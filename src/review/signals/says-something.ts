import { defineSignal } from './define-signal.ts';

/** Fewer words than this are a label or a name. */
const ENOUGH_WORDS = 8;

/**
 * Looks for: a sentence of prose, whatever it is about.
 * Why a reader cares: under a fitting heading, an honest sentence answers the heading even in words no list knows.
 * Not to be taken for it: labels, names, code, table rows.
 */
export const saysSomething = defineSignal({
  id: 'says-something',
  question: 'Is this a sentence of prose?',
  look: block => block.kind !== 'table-row' && block.sentences.some(({ length }) => length >= ENOUGH_WORDS),
  examples: {
    yes: ['The clinic loses one appointment in five because people forget the date.'],
    no: ['Python 3.12', 'Fast and easy', { kind: 'code', text: 'a b c d e f g h i j' }],
  },
});
