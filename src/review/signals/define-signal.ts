import type { SignalName } from '../../rubric/names.ts';
import type { BlockText } from '../words/block-text.ts';

/** A block of an example: a plain text is a paragraph. */
export type ExampleBlock =
  | string
  | (Partial<Pick<BlockText, 'kind' | 'columns' | 'links' | 'images'>> & { readonly text: string });

/** One question about one block. Its examples are its tests, read with the English lexicon. */
export interface Signal {
  readonly id: SignalName;
  /** What it asks of the text, as a reader would. */
  readonly question: string;
  /** Linear in the text; looks at nothing but the block. */
  readonly look: (block: BlockText) => boolean;
  readonly examples: { readonly yes: readonly ExampleBlock[]; readonly no: readonly ExampleBlock[] };
}

export function defineSignal(signal: Signal): Signal {
  return signal;
}
