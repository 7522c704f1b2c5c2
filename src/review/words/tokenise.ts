/**
 * Text → words. Lower case, accents folded, so that cues match whatever an author's keyboard has. Scripts without
 * spaces give one word a character, so that a phrase in them is a run of characters.
 */

import { simplify } from './simplify.ts';

/** A block's text beyond this says nothing that its beginning did not. Characters. */
export const MAX_BLOCK_CHARACTERS = 2000;

export interface RawSentence {
  readonly text: string;
  readonly words: readonly string[];
}

/** The scripts without spaces, as they stand in a class of a pattern with the flag `v`. */
const CHARACTERS = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー`;
/**
 * One character is a word where a script has no spaces, also right after a word of another script (`LINEに流す`); a
 * Romance article that lost its vowel is one (`l'idée`).
 */
const WORD = new RegExp(
  [
    `[${CHARACTERS}]`,
    String.raw`\p{N}+(?:[.,]\p{N}+)*`,
    "(?:[ldnscjmt]|qu|jusqu|lorsqu|puisqu)'(?=[aeiouyh])",
    String.raw`[[\p{L}\p{M}]--[${CHARACTERS}]](?:[[\p{L}\p{M}\p{N}]--[${CHARACTERS}]]|'(?=\p{L}))*`,
  ].join('|'),
  'gv',
);

/** The same where all is ASCII: what most READMEs have most of, in a third of the time. */
const ASCII_WORD =
  /\d+(?:[.,]\d+)*|(?:[ldnscjmt]|qu|jusqu|lorsqu|puisqu)'(?=[aeiouyh])|[a-z](?:[a-z\d]|'(?=[a-z]))*/g;
const BEYOND_ASCII = /[^\0-\x7f]/;

const CHARACTER_WORD = new RegExp(`^[${CHARACTERS}]$`, 'v');
/** No such script begins earlier in Unicode (CJK radicals), so that most words need no closer look. */
const FIRST_CHARACTER_WORD = 0x2e80;
/** About two characters make a word in Chinese and Japanese. */
const CHARACTERS_PER_WORD = 2;

/** A stop ends a sentence before white space or the end; CJK stops always do. */
const SENTENCE_END = /(?<![.!?…])[.!?…]+["')\]*]*\s+(?=\S)|[。！？]/gu;

/** Words after which a full stop is an abbreviation's. */
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|vs|etc|approx|dr|mr|mrs|ms|no|fig|eq|cf|al|z\.\s?b|d\.\s?h|u\.\s?a|p\.\s?ej|p\.\s?ex|[zdup]|bzw|ca|ggf|inkl|usw|vgl|env|sra?|núm)\.\s$/i;

/** An address is not words: it would make a bare link look like a sentence. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"')\]]+/gi;

export function wordsOf(text: string): readonly string[] {
  const folded = fold(text.replace(ADDRESS, ' '));
  return folded.match(wordIn(folded)) ?? [];
}

/** What a word is in this text, lower case. */
function wordIn(folded: string): RegExp {
  return BEYOND_ASCII.test(folded) ? WORD : ASCII_WORD;
}

/** How long words are together, in words of a script with spaces. */
export function lengthOf(words: readonly string[]): number {
  const characters = words.filter(isCharacterWord).length;
  return words.length - characters + Math.ceil(characters / CHARACTERS_PER_WORD);
}

/** True for a word that is one character of a script without spaces. */
export function isCharacterWord(word: string): boolean {
  return mayBeCharacterWord(word) && CHARACTER_WORD.test(word);
}

/** False for most words of scripts with spaces, and for no character of one without. */
export function mayBeCharacterWord(word: string): boolean {
  return word.charCodeAt(0) >= FIRST_CHARACTER_WORD;
}

/** Words in a row, as their script spaces them. */
export function joinWords(words: readonly string[]): string {
  let joined = '';
  for (const [index, word] of words.entries()) {
    const spaced = index > 0 && !(isCharacterWord(word) && isCharacterWord(words[index - 1] ?? ''));
    joined += spaced ? ` ${word}` : word;
  }
  return joined;
}

/** The words from `start` to `end` (indices, inclusive) as the author wrote them. */
export function writtenAs(text: string, start: number, end: number): string {
  const { source, spans } = spansOf(text);
  const [first, last] = [spans[start], spans[Math.min(end, spans.length - 1)]];
  if (first === undefined || last === undefined) return '';
  return source.slice(first.start, last.end);
}

/** Every word of `wordsOf` as the author wrote it. */
export function wordsAsWritten(text: string): readonly string[] {
  const { source, spans } = spansOf(text);
  return spans.map(({ start, end }) => source.slice(start, end));
}

/** Where each word stands in `source`. */
function spansOf(text: string): {
  source: string;
  spans: readonly { readonly start: number; readonly end: number }[];
} {
  const bare = text.replace(ADDRESS, address => ' '.repeat(address.length));
  const folded = fold(bare);
  const spans = [...folded.matchAll(wordIn(folded))].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  // Few letters change their length with their case; then the folded words must do.
  return { source: folded.length === text.length ? text : folded, spans };
}

/** Sentences of a block's text, cut at `MAX_BLOCK_CHARACTERS`. Linear. */
export function sentencesOf(text: string): readonly RawSentence[] {
  const bounded = text.slice(0, MAX_BLOCK_CHARACTERS);
  const sentences: RawSentence[] = [];
  let start = 0;
  const push = (end: number) => {
    const part = bounded.slice(start, end).trim();
    if (part !== '') sentences.push({ text: part, words: wordsOf(part) });
    start = end;
  };
  for (const match of bounded.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (ABBREVIATION.test(bounded.slice(Math.max(start, end - 12), end))) continue;
    push(end);
  }
  push(bounded.length);
  return sentences;
}

/** Decomposing would tear Hangul and kana apart, so only letters with a Latin base lose their marks. */
function fold(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  const lower = simplify(text.toLowerCase().replace(/[’‘ʼ]/g, "'"));
  return /[\u00c0-\u024f]/.test(lower)
    ? lower.replace(/[\u00c0-\u024f]/g, letter => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    : lower;
}
