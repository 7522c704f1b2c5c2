import type { BlockKind } from '../../readme/outline.ts';
import { CUE_NAMES, type CueName } from '../../rubric/names.ts';
import { hasFigure } from '../signals/figures.ts';
import type { BorrowedText } from './borrowed-text.ts';
import { isKeywordList } from './is-keyword-list.ts';
import type { Hit, PhraseMatcher } from './phrase-matcher.ts';
import { lengthOf, sentencesOf, writtenAs } from './tokenise.ts';

const RANKS: ReadonlyMap<CueName, number> = new Map(CUE_NAMES.map((name, rank) => [name, rank]));
const NO_CUES: ReadonlySet<CueName> = new Set();

/** A sentence with the cues of its language's lexicon that stand in it. */
export class Sentence {
  readonly text: string;
  readonly words: readonly string[];
  /** In words; in a script without spaces two characters count as one. */
  readonly length: number;
  readonly #hits: readonly Hit<CueName>[];
  readonly #names: ReadonlySet<CueName>;
  #hasFigure: boolean | undefined;

  constructor(text: string, words: readonly string[], hits: readonly Hit<CueName>[]) {
    this.text = text;
    this.words = words;
    this.length = lengthOf(words);
    this.#hits = hits;
    this.#names = hits.length === 0 ? NO_CUES : new Set(hits.map(({ name }) => name));
  }

  /** Every cue once, in the order of `CUE_NAMES`. */
  get cues(): readonly CueName[] {
    return [...this.#names].sort((a, b) => (RANKS.get(a) ?? 0) - (RANKS.get(b) ?? 0));
  }

  /** Whether it gives a figure that can be a measured value; looked for once, because many ask. */
  get hasFigure(): boolean {
    this.#hasFigure ??= hasFigure(this.text);
    return this.#hasFigure;
  }

  has(...cues: readonly CueName[]): boolean {
    return cues.every(cue => this.#names.has(cue));
  }

  hasAny(...cues: readonly CueName[]): boolean {
    return cues.some(cue => this.#names.has(cue));
  }

  /** True where both cues stand, in words of their own. */
  hasApart(first: CueName, second: CueName): boolean {
    if (!this.has(first, second)) return false;
    return this.#hits.some(
      a =>
        a.name === first && this.#hits.some(b => b.name === second && (b.start > a.end || b.end < a.start)),
    );
  }

  /** The words that carry the cue first, as the author wrote them; null where none do. */
  said(cue: CueName): string | null {
    const hit = this.#hits.find(({ name }) => name === cue);
    return hit === undefined ? null : writtenAs(this.text, hit.start, hit.end);
  }
}

/** What a signal looks at: the words, links and images of one block, and what kind of block it is. */
export interface BlockText {
  readonly kind: BlockKind;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly wordCount: number;
  /** True where it only lists names, each as unconnected as the next. */
  readonly isKeywords: boolean;
  /** Text of the table's head row, for a table row; '' elsewhere. */
  readonly columns: string;
  /** True for a table's head row. */
  readonly isHead: boolean;
  readonly links: readonly { readonly url: string }[];
  readonly images: readonly { readonly url: string; readonly alt: string }[];
}

/** Fewer words than this beside copied sentences are no text of one's own. */
const FEWEST_OWN_WORDS = 4;

type RawBlock = Omit<BlockText, 'sentences' | 'wordCount' | 'isKeywords'>;

/**
 * Reads a block with a lexicon's matcher. Code is not prose: it has no sentences. Nor has text that was copied from the
 * rubric (`borrowed`): it says nothing of the project.
 */
export function readBlock(
  block: RawBlock,
  matcher: PhraseMatcher<CueName>,
  borrowed: BorrowedText,
): BlockText {
  const raw = block.kind === 'code' ? [] : sentencesOf(block.text);
  const own = raw.filter(({ words }) => !borrowed.holds(words));
  const sentences = own.map(({ text, words }) => new Sentence(text, words, matcher.find(words)));
  const wordCount = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  // What is left of a copied passage, such as an empty slot, is a part of it.
  if (own.length < raw.length && wordCount < FEWEST_OWN_WORDS)
    return { ...block, sentences: [], wordCount: 0, isKeywords: false };
  return { ...block, sentences, wordCount, isKeywords: isKeywordList(block.text, block.kind) };
}
