import { defineSignal } from './define-signal.ts';

/**
 * Looks for: a block of code.
 * Why a reader cares: code is not an account of itself.
 * Not to be taken for it: a drawing in characters, which `draws-a-flow` sees.
 */
export const isCode = defineSignal({
  id: 'is-code',
  question: 'Is this code?',
  look: block => block.kind === 'code',
  examples: { yes: [{ kind: 'code', text: 'print(1)' }], no: ['A sentence with `code` in it.'] },
});
