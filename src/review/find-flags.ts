import type { BlockKind } from '../readme/outline.ts';
import type { ObservedBlock } from './observe.ts';
import type { Reading } from './reading.ts';

/** A README is a template where residue or a generator's text is at least this share of its told blocks. */
const TEMPLATE_SHARE = 0.1;
/** Table rows, code and captions are many and tell little of who wrote a README. */
const TOLD: readonly BlockKind[] = ['paragraph', 'list-item', 'quote'];

/** Whether the data is one that everyone has seen, and whether much of the text is nobody's own. */
export function findFlags(
  blocks: readonly ObservedBlock[],
  reading: Reading,
): { toyDataset: boolean; template: boolean } {
  let toyDataset = false;
  let unfilled = 0;
  let told = 0;
  for (const { text, signals } of blocks) {
    for (const sentence of text.sentences) {
      // "Unlike MNIST" names what the data is not.
      if (!toyDataset && !sentence.has('instead') && reading.toys.find(sentence.words).length > 0)
        toyDataset = true;
    }
    if (TOLD.includes(text.kind)) told += 1;
    if (signals.includes('is-template-residue') || signals.includes('is-boilerplate')) unfilled += 1;
  }
  return {
    toyDataset,
    template: unfilled > 0 && unfilled >= TEMPLATE_SHARE * told,
  };
}
