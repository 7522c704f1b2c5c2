/**
 * What a README's words weigh. The model has no words, only places that words are hashed to: a word weighs what stands
 * at its place and at those of its four-letter parts. A place that several words of the passage share is one feature
 * of it, and is split evenly between them, so that everything adds up to the passage's score.
 */
import type { Outline } from '../../readme/outline.ts';
import type { Contribution } from '../explanation.ts';
import { wordsAsWritten, wordsOf } from '../words/tokenise.ts';
import { type Features, titlesAbove } from './features.ts';
import { isNumber, placeHeadings, placeWords, type Space } from './hash-words.ts';
import type { Weights } from './model.ts';
import type { Passage } from './passages.ts';

type Word = Pick<Contribution, 'kind' | 'name'>;
type Owners = Map<number, Set<Word>>;

/** Whose each place is. */
export type WordPlaces = Readonly<Record<Space, Owners>>;

/** So many numbers stand for all of a passage, which are one feature. */
const MAX_NUMBERS = 3;

export function explainWords(
  { hashed }: Features,
  weights: Weights,
  places: WordPlaces,
): readonly Contribution[] {
  const amounts = new Map<Word, number>();
  for (const { space, buckets, value } of hashed) {
    for (const bucket of buckets) {
      const owners = places[space].get(bucket) ?? new Set();
      const part = (value * (weights.hashed[bucket] ?? 0)) / owners.size;
      for (const word of owners) amounts.set(word, (amounts.get(word) ?? 0) + part);
    }
  }
  return [...amounts].map(([word, amount]) => ({ ...word, amount }));
}

/** Each word of a passage and of the headings above it, as the author wrote it first, at its places. */
export function wordPlaces(passage: Passage, outline: Outline): WordPlaces {
  const places: WordPlaces = { word: new Map(), gram: new Map(), path: new Map(), title: new Map() };
  const sentences = passage.blocks.flatMap(({ text }) => text.sentences.map(sentence => sentence.text));
  const titles = titlesAbove(passage.section, outline);
  const inText = asWritten(sentences);
  const inHeadings = asWritten(titles);
  const numbers = { kind: 'numbers', name: numbersOf(inText.keys()) } as const;
  const textWords = new Map<string, Word>();
  const headingWords = new Map<string, Word>();
  placeWords(passage, (space, bucket, word) => {
    const own = textWords.get(word) ?? { kind: 'word', name: inText.get(word) ?? word };
    textWords.set(word, own);
    addTo(places[space], bucket, isNumber(word) ? numbers : own);
  });
  placeHeadings(titles.map(wordsOf), (space, bucket, word) => {
    const own = headingWords.get(word) ?? { kind: 'heading-word', name: inHeadings.get(word) ?? word };
    headingWords.set(word, own);
    addTo(places[space], bucket, own);
  });
  return places;
}

/** By the words as they are compared: in lower case and without accents. */
function asWritten(texts: readonly string[]): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  for (const text of texts) {
    const words = wordsOf(text);
    for (const [index, as] of wordsAsWritten(text).entries()) {
      const word = words[index];
      if (word !== undefined && !written.has(word)) written.set(word, as);
    }
  }
  return written;
}

function numbersOf(words: Iterable<string>): string {
  const numbers = [...words].filter(isNumber);
  return [...numbers.slice(0, MAX_NUMBERS), ...(numbers.length > MAX_NUMBERS ? ['…'] : [])].join(', ');
}

function addTo(owners: Owners, bucket: number, word: Word): void {
  const known = owners.get(bucket);
  if (known === undefined) owners.set(bucket, new Set([word]));
  else known.add(word);
}
