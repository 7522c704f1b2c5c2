import type { ObservedBlock } from '../observe.ts';
import { countFigures } from '../signals/figures.ts';
import type { Passage } from './passages.ts';

/** A block among the first so many opens the README. */
const OPENING_BLOCKS = 5;
const LENGTHS = [5, 10, 20, 40, 80] as const;
/** Characters in which marks are looked for. */
const MARKS_WITHIN = 600;
const ARROW = /→|->|↓|▼|│/;
const TREE = /├/;

/** Where a passage stands among the blocks of passages: how many come before it, of how many. */
interface Standing {
  readonly position: number;
  readonly blockCount: number;
}

/** What a passage looks like and where it stands: shares over its blocks, by name. */
export function structureOf(
  passage: Passage,
  { position, blockCount }: Standing,
): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  const part = 1 / passage.blocks.length;
  for (const [offset, block] of passage.blocks.entries()) {
    const standing = { position: position + offset, blockCount };
    for (const [name, value] of looksOf(block, standing)) {
      shares.set(name, (shares.get(name) ?? 0) + value * part);
    }
  }
  const { length } = passage.blocks;
  shares.set('blocks', Math.min(length, 20) / 20);
  shares.set('log-blocks', Math.log1p(length) / 3);
  return shares;
}

function* looksOf(
  block: ObservedBlock,
  { position, blockCount }: Standing,
): Generator<readonly [string, number]> {
  const { kind, wordCount, sentences, isHead, links, images } = block.text;
  const text = block.text.text.slice(0, MARKS_WITHIN);
  const figures = kind === 'code' ? 0 : countFigures(text);
  yield [`kind:${kind}`, 1];
  yield ['log-words', Math.log1p(wordCount) / 4];
  yield ['sentences', Math.min(4, sentences.length) / 4];
  yield ['position', position / Math.max(1, blockCount)];
  for (const length of LENGTHS) if (wordCount >= length) yield [`words>=${length}`, 1];
  if (position < OPENING_BLOCKS) yield ['opening', 1];
  if (block.lead) yield ['lead', 1];
  if (block.isTitle) yield ['title', 1];
  if (block.zone !== null) yield [`zone:${block.zone}`, 1];
  for (const id of block.headedBy) yield [`headed-by:${id}`, 1];
  if (isHead) yield ['table-head', 1];
  if (ARROW.test(text)) yield ['arrow', 1];
  if (TREE.test(text)) yield ['tree', 1];
  if (links.length > 0) yield ['link', 1];
  if (images.length > 0) yield ['image', 1];
  if (figures > 0) yield ['figure', 1];
  if (figures > 2) yield ['figures', 1];
  if (/[?？]/.test(text)) yield ['question-mark', 1];
}
