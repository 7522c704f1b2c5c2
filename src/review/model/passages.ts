import type { ObservedBlock } from '../observe.ts';

/** What is judged as one: a paragraph with the list, table or code that follows it. Never empty. */
export interface Passage {
  readonly section: number;
  readonly blocks: readonly [ObservedBlock, ...ObservedBlock[]];
}

/** Cuts a README into passages: at each heading, paragraph and quote, and where a list turns into a table. Linear. */
export function passagesOf(blocks: readonly ObservedBlock[]): readonly Passage[] {
  const passages: { section: number; blocks: [ObservedBlock, ...ObservedBlock[]] }[] = [];
  let previous: ObservedBlock | null = null;
  for (const block of blocks) {
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

function begins(block: ObservedBlock, previous: ObservedBlock): boolean {
  const { kind } = block.text;
  if (block.section !== previous.section || kind === 'paragraph' || kind === 'quote') return true;
  return kind !== previous.text.kind && previous.text.kind !== 'paragraph';
}
