/** Words of a passage and of the headings above it as hashed features. */
import { bucketOf } from './hash.ts';
import type { Passage } from './passages.ts';

/** Words of the text, their parts of four letters, words of all headings above it, and of the nearest. */
const SPACES = { word: 1, gram: 2, path: 3, title: 4 } as const;
export type Space = keyof typeof SPACES;

/** Hashed features of one kind, all of the same value. */
export interface Hashed {
  readonly space: Space;
  readonly buckets: readonly number[];
  readonly value: number;
}

/** Told of each hashed feature where its place is, and which word it is of or a part of. */
export type Place = (space: Space, bucket: number, word: string) => void;

/** How far a weight of a heading's word may carry, in relation to `features.ts`; found by cross-validation. */
const HEADING_VALUE = 0.15;

const MAX_SENTENCE_WORDS = 120;
const MAX_HEADING_WORDS = 20;
const GRAM = 4;

/** Words and their parts of four letters, each kind with a length of 1, so that a long passage weighs like a short one. */
export function hashedText(passage: Passage): readonly Hashed[] {
  const words = new Set<number>();
  const grams = new Set<number>();
  placeWords(passage, (space, bucket) => (space === 'word' ? words : grams).add(bucket));
  return [hashed('word', words, lengthOne(words)), hashed('gram', grams, lengthOne(grams))];
}

/** `titles` are the words of each heading, the nearest first. */
export function hashedHeadings(titles: readonly (readonly string[])[]): readonly Hashed[] {
  const path = new Set<number>();
  const title = new Set<number>();
  placeHeadings(titles, (space, bucket) => (space === 'path' ? path : title).add(bucket));
  return [hashed('path', path, HEADING_VALUE), hashed('title', title, HEADING_VALUE)];
}

/** Goes through the different words of a passage. All numbers are one feature and have no parts. */
export function placeWords(passage: Passage, place: Place): void {
  const seen = new Set<string>();
  for (const { text } of passage.blocks) {
    for (const sentence of text.sentences) {
      for (const word of sentence.words.slice(0, MAX_SENTENCE_WORDS)) {
        if (seen.has(word)) continue;
        seen.add(word);
        if (isNumber(word)) {
          place('word', bucketOf(SPACES.word, '#'), word);
          continue;
        }
        place('word', bucketOf(SPACES.word, word), word);
        const bounded = `<${word}>`;
        for (let start = 0; start + GRAM <= bounded.length; start += 1) {
          place('gram', bucketOf(SPACES.gram, bounded, start, start + GRAM), word);
        }
      }
    }
  }
}

/** True for what is hashed as a number, whichever it is. */
export function isNumber(word: string): boolean {
  return /^\d/.test(word);
}

/** Goes through the words of headings. */
export function placeHeadings(titles: readonly (readonly string[])[], place: Place): void {
  const spaces = [
    ['path', titles.flat()],
    ['title', titles[0] ?? []],
  ] as const;
  for (const [space, words] of spaces) {
    for (const word of words.slice(0, MAX_HEADING_WORDS)) place(space, bucketOf(SPACES[space], word), word);
  }
}

function hashed(space: Space, buckets: ReadonlySet<number>, value: number): Hashed {
  return { space, buckets: [...buckets], value };
}

function lengthOne({ size }: ReadonlySet<number>): number {
  return 1 / Math.sqrt(Math.max(1, size));
}
