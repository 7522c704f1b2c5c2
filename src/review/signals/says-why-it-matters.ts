import { defineSignal } from './define-signal.ts';

/**
 * Looks for: why something matters to someone: what it harms, costs, prevents or makes possible for them.
 * Why a reader cares: it turns a task into a problem worth solving.
 * Not to be taken for it: praise of the software, and what a tool is good for.
 */
export const saysWhyItMatters = defineSignal({
  id: 'says-why-it-matters',
  question: 'Does it say why this matters, and to whom or against which harm?',
  look: ({ kind, sentences }) =>
    kind !== 'table-row' &&
    sentences.some(
      sentence => sentence.length >= 7 && sentence.has('stakes') && sentence.hasAny('people', 'harm'),
    ),
  examples: {
    yes: ['Early detection of the disease is crucial, since patients respond well only in its first year.'],
    no: ['Docker is essential for deployment.', 'It saves the model to disk.'],
  },
});
