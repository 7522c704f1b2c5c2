import type { Question } from '../../rubric/rubric.ts';
import type { Slots } from './slots/slots.ts';
import type { TellingSentence } from './telling-sentence.ts';

const SLOT = /\{([a-z]{1,20})\}/g;
const QUOTES = '{quote}';

/** What a question is about, beside the slots that all of them share. */
interface Subject {
  /** What is seen in the lines that are asked about. */
  readonly signals: readonly string[];
  /** The sentence that is quoted, where there is one. */
  readonly telling?: TellingSentence | null;
  /** A name under the criterion's own heading, of which nothing is said. */
  readonly listed?: string | null;
}

/** The first question that fits (`Question`); null where none does. */
export type Ask = (questions: readonly Question[], subject: Subject) => string | null;

/**
 * Asks about one README. No two questions draw on the same word or sentence of it: a reader who is asked the same
 * twice has not been read. A question that quotes asks its `when` of the sentence it quotes.
 */
export function askAbout(slots: Slots): Ask {
  const asked = new Set<string>();
  return (questions, { signals, telling = null, listed = null }) => {
    const quote = telling?.quote ?? null;
    const given: Readonly<Record<string, string | null>> = { ...slots, quote, listed };
    const words = Object.fromEntries(
      Object.entries(given).map(([name, word]) => [name, word !== null && asked.has(word) ? null : word]),
    );
    for (const { when, ask } of questions) {
      const seen = ask.includes(QUOTES) ? (telling?.signals ?? []) : signals;
      if (when !== null && !seen.some(signal => signal === when)) continue;
      const filled = fillSlots(ask, words);
      if (filled === null) continue;
      for (const [, name] of ask.matchAll(SLOT)) {
        const word = ONE_OFF.has(name ?? '') ? words[name ?? ''] : null;
        if (word !== null && word !== undefined) asked.add(word);
      }
      return filled;
    }
    return null;
  };
}

/** Slots whose word is what the question is about. */
const ONE_OFF: ReadonlySet<string> = new Set([
  'title',
  'tool',
  'tools',
  'rivals',
  'metric',
  'future',
  'shortfall',
  'listed',
  'quote',
]);

/** A rubric's sentence with the words put into its slots; null where it has a slot that there is no word for. */
export function fillSlots(sentence: string, words: Readonly<Record<string, string | null>>): string | null {
  let missing = false;
  const filled = sentence.replace(SLOT, (_slot, name: string) => {
    const word = Object.hasOwn(words, name) ? words[name] : null;
    if (word === null || word === undefined) missing = true;
    return word ?? '';
  });
  return missing ? null : filled;
}
