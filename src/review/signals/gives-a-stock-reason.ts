import { defineSignal } from './define-signal.ts';

/**
 * Looks for: a choice or a tool recommended by a quality that any brochure claims: fast, easy, popular, scalable.
 * Why a reader cares: it shows that a choice was seen as one, though not yet why it fits here.
 * Not to be taken for it: praise of the project itself.
 */
export const givesAStockReason = defineSignal({
  id: 'gives-a-stock-reason',
  question: 'Is a tool or choice justified only by a general virtue?',
  look: ({ sentences }) =>
    sentences.some(
      sentence =>
        sentence.length >= 4 &&
        sentence.hasAny('choice', 'use', 'reason', 'purpose') &&
        sentence.has('stock'),
    ),
  examples: {
    yes: ['FastAPI was chosen because it is fast.', 'We use Docker because it is the industry standard.'],
    no: ['Docker', 'The data is loaded from a file.'],
  },
});
