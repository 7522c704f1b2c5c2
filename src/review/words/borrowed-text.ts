import { sentencesOf } from './tokenise.ts';

/** Words in a row by which copied text is recognised, wherever its sentences were cut. */
const RUN = 4;
/** Fewer words than this are anyone's. */
const OWN_SENTENCE_WORDS = 3;
/** A sentence is copied where at least this share of its runs is known: a word may have been changed. */
const COPIED_SHARE = 0.5;

interface Borrowed {
  /** Nobody else would write this, not even nearly. */
  readonly singular: readonly string[];
  /** This is anyone's unless it is the same word for word: the weak examples of a rubric sound like real READMEs. */
  readonly common: readonly string[];
}

/** Text that is not the author's: what it says of the project is nothing. */
export class BorrowedText {
  /** Every word that stands in one of the texts: most sentences have others as well, and need no closer look. */
  readonly #words: ReadonlySet<string>;
  readonly #runs: ReadonlySet<string>;
  readonly #sentences: ReadonlySet<string>;

  constructor({ singular, common }: Borrowed) {
    const wordsIn = (texts: readonly string[]) =>
      texts.flatMap(text => sentencesOf(text).map(({ words }) => words));
    const all = wordsIn([...singular, ...common]);
    this.#words = new Set(all.flat());
    this.#runs = new Set(wordsIn(singular).flatMap(runsOf));
    this.#sentences = new Set(all.map(words => words.join(' ')));
  }

  /** True for the words of a sentence that was copied, whatever became of its stops and capital letters. Linear. */
  holds(words: readonly string[]): boolean {
    if (words.length < OWN_SENTENCE_WORDS) return false;
    let known = 0;
    let knownRuns = 0;
    let inARow = 0;
    for (const [index, word] of words.entries()) {
      const isKnown = this.#words.has(word);
      inARow = isKnown ? inARow + 1 : 0;
      if (isKnown) known += 1;
      if (inARow >= RUN && this.#runs.has(runEndingAt(words, index))) knownRuns += 1;
    }
    if (known === words.length && this.#sentences.has(words.join(' '))) return true;
    const runs = words.length - RUN + 1;
    return runs > 1 && knownRuns >= COPIED_SHARE * runs;
  }
}

/** Nothing is borrowed. */
export const ALL_OWN = new BorrowedText({ singular: [], common: [] });

function runsOf(words: readonly string[]): readonly string[] {
  return words.slice(RUN - 1).map((_, start) => runEndingAt(words, start + RUN - 1));
}

function runEndingAt(words: readonly string[], last: number): string {
  return words.slice(last - RUN + 1, last + 1).join(' ');
}
