import type { BlockKind } from '../../readme/outline.ts';
import type { CueName } from '../../rubric/names.ts';
import type { Hit, PhraseMatcher } from './phrase-matcher.ts';
import { sentencesOf } from './tokenise.ts';

/** A sentence with the cues of its language's lexicon that stand in it. */
export class Sentence {
  readonly text: string;
  readonly words: readonly string[];
  readonly #hits: readonly Hit<CueName>[];

  constructor(text: string, words: readonly string[], hits: readonly Hit<CueName>[]) {
    this.text = text;
    this.words = words;
    this.#hits = hits;
  }

  has(...cues: readonly CueName[]): boolean {
    return cues.every(cue => this.#hits.some(hit => hit.name === cue));
  }

  hasAny(...cues: readonly CueName[]): boolean {
    return this.#hits.some(hit => cues.includes(hit.name));
  }

  /** How many different places carry the cue; overlapping phrases count once. */
  count(cue: CueName): number {
    let counted = 0;
    let lastEnd = -1;
    for (const hit of this.#hits) {
      if (hit.name !== cue || hit.start <= lastEnd) continue;
      counted += 1;
      lastEnd = hit.end;
    }
    return counted;
  }

  /** The words that carry the cue first; null where none do. */
  wordsOf(cue: CueName): string | null {
    const hit = this.#hits.find(({ name }) => name === cue);
    return hit === undefined ? null : this.words.slice(hit.start, hit.end + 1).join(' ');
  }

  /** True where the first cue stands before the second, without sharing words. */
  hasInOrder(first: CueName, second: CueName): boolean {
    return this.#hits.some(
      a => a.name === first && this.#hits.some(b => b.name === second && b.start > a.end),
    );
  }

  /** True where both cues stand in words of their own. */
  hasApart(first: CueName, second: CueName): boolean {
    return this.hasInOrder(first, second) || this.hasInOrder(second, first);
  }
}

/** What a signal looks at: one block's words, and what kind of block says them. */
export interface BlockText {
  readonly kind: BlockKind;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly wordCount: number;
  /** Text of the table's head row, for a table row; '' elsewhere. */
  readonly columns: string;
  /** True for a table's head row. */
  readonly isHead: boolean;
}

interface BlockLike {
  readonly kind: BlockKind;
  readonly text: string;
  readonly header?: boolean;
}

/** Reads a block with a lexicon's matcher. Code is not prose: it has no sentences. */
export function readBlock(block: BlockLike, columns: string, matcher: PhraseMatcher<CueName>): BlockText {
  const raw = block.kind === 'code' ? [] : sentencesOf(block.text);
  const sentences = raw.map(({ text, words }) => new Sentence(text, words, matcher.find(words)));
  const wordCount = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
  return { kind: block.kind, text: block.text, sentences, wordCount, columns, isHead: block.header === true };
}
