import { defineSignal } from './define-signal.ts';

const ENOUGH_STEPS = 2;

/**
 * Looks for: one block that tells at least two steps, sentence by sentence or clause by clause.
 * Why a reader cares: a paragraph that walks through the system can be retold without a list.
 * Not to be taken for it: one step, and features side by side.
 */
export const tellsStepsInOrder = defineSignal({
  id: 'tells-steps-in-order',
  question: 'Does one passage walk through several steps?',
  look: ({ kind, sentences }) => {
    if (kind === 'table-row') return false;
    let steps = 0;
    for (const sentence of sentences) {
      if (sentence.length < 5 || sentence.hasAny('command', 'trouble') || !sentence.has('step')) continue;
      if (sentence.hasAny('data', 'method')) steps += 1;
    }
    return steps >= ENOUGH_STEPS;
  },
  examples: {
    yes: ['The leaflets are split at their headings. Each chunk is embedded and stored with its title.'],
    no: ['The leaflets are split at their headings.', 'Upload files. Download files.'],
  },
});
