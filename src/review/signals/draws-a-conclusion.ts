import { defineSignal } from './define-signal.ts';

/**
 * Looks for: what was found out: a winner among what was compared, a rank, an effect.
 * Why a reader cares: it answers the question the project began with.
 * Not to be taken for it: hopes, and what the software can do.
 */
export const drawsAConclusion = defineSignal({
  id: 'draws-a-conclusion',
  question: 'Is a conclusion or a winner named?',
  look: ({ sentences }) =>
    sentences.some(
      sentence =>
        sentence.length >= 5 && sentence.has('finding') && !sentence.hasAny('future', 'command', 'target'),
    ),
  examples: {
    yes: ['Gradient boosting outperformed all other models.', 'We ranked third of forty teams.'],
    no: ['Several models are trained.'],
  },
});
