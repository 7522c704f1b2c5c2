import type { ObservedBlock } from '../observe.ts';

/** What is judged as one: a paragraph with the list, table or code that follows it. Never empty. */
export interface Passage {
  readonly section: number;
  readonly blocks: readonly [ObservedBlock, ...ObservedBlock[]];
}

/**
 * Cuts a README into passages: at each heading, paragraph and quote, and where a list turns into a table. What says
 * nothing of the project is left out first, so that it changes nothing about the passages around it. Linear.
 */
export function passagesOf(blocks: readonly ObservedBlock[]): readonly Passage[] {
  const passages: { section: number; blocks: [ObservedBlock, ...ObservedBlock[]] }[] = [];
  let previous: ObservedBlock | null = null;
  for (const block of blocks) {
    if (isSilent(block)) continue;
    const open = passages.at(-1);
    if (open === undefined || previous === null || begins(block, previous)) {
      passages.push({ section: block.section, blocks: [block] });
    } else {
      open.blocks.push(block);
    }
    previous = block;
  }
  return passages;
}

/** Code that draws nothing, names in a row, and text of which nothing is the author's. */
function isSilent({ text, signals }: ObservedBlock): boolean {
  if (text.kind === 'code') return signals.every(signal => signal === 'is-code');
  return text.isKeywords || (text.wordCount === 0 && text.links.length === 0 && text.images.length === 0);
}

function begins(block: ObservedBlock, previous: ObservedBlock): boolean {
  const { kind } = block.text;
  if (block.section !== previous.section || kind === 'paragraph' || kind === 'quote') return true;
  return kind !== previous.text.kind && previous.text.kind !== 'paragraph';
}
