import { defineSignal } from './define-signal.ts';

/**
 * Looks for: what is to come.
 * Why a reader cares: plans are no account of what happened, and must not pass for failures or results.
 * Not to be taken for it: what was done "next" in a sequence of steps.
 */
export const plansFutureWork = defineSignal({
  id: 'plans-future-work',
  question: 'Is this about what is not built yet?',
  look: block => block.sentences.some(sentence => sentence.has('future')),
  examples: {
    yes: ['In the future we plan to add voice input.', 'Planned: support for PDF files'],
    no: ['Next, the chunks are embedded.'],
  },
});
