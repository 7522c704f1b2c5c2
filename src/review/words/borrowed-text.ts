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
  readonly #runs: ReadonlySet<string>;
  readonly #sentences: ReadonlySet<string>;

  constructor({ singular, common }: Borrowed) {
    const wordsIn = (texts: readonly string[]) =>
      texts.flatMap(text => sentencesOf(text).map(({ words }) => words));
    this.#runs = new Set(wordsIn(singular).flatMap(runsOf));
    this.#sentences = new Set(wordsIn([...singular, ...common]).map(words => words.join(' ')));
  }

  /** True for the words of a sentence that was copied, whatever became of its stops and capital letters. Linear. */
  holds(words: readonly string[]): boolean {
    if (words.length < OWN_SENTENCE_WORDS) return false;
    if (this.#sentences.has(words.join(' '))) return true;
    const runs = runsOf(words);
    const known = runs.filter(run => this.#runs.has(run)).length;
    return runs.length > 1 && known >= COPIED_SHARE * runs.length;
  }
}

/** Nothing is borrowed. */
export const ALL_OWN = new BorrowedText({ singular: [], common: [] });

function runsOf(words: readonly string[]): readonly string[] {
  return words.slice(RUN - 1).map((_, start) => words.slice(start, start + RUN).join(' '));
}
