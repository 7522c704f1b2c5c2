import type { ObservedBlock } from './observe.ts';
import type { Reading } from './reading.ts';

/** One mention may be a comparison; two are the project's own data. A title counts as enough. */
const TOY_MENTIONS = 2;
/** A README is a template where at least this share of its blocks is residue or a generator's. */
const TEMPLATE_SHARE = 0.1;

/** Whether the data is one that everyone has seen, and whether much of the text is nobody's own. */
export function findFlags(
  blocks: readonly ObservedBlock[],
  reading: Reading,
): { toyDataset: boolean; template: boolean } {
  let mentions = 0;
  let unfilled = 0;
  for (const { text, signals, isTitle } of blocks) {
    for (const { words } of text.sentences) {
      mentions += reading.toys.find(words).length * (isTitle ? TOY_MENTIONS : 1);
    }
    if (signals.includes('is-template-residue') || signals.includes('is-boilerplate')) unfilled += 1;
  }
  return {
    toyDataset: mentions >= TOY_MENTIONS,
    template: unfilled > 0 && unfilled >= TEMPLATE_SHARE * blocks.length,
  };
}
