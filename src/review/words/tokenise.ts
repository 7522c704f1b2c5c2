/**
 * Text → words. Lower case, accents folded, so that cues match whatever an author's keyboard has. Scripts without
 * spaces give one word a character, so that a phrase in them is a run of characters.
 */

/** A block's text beyond this says nothing that its beginning did not. Characters. */
export const MAX_BLOCK_CHARACTERS = 2000;

export interface RawSentence {
  readonly text: string;
  readonly words: readonly string[];
}

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}](?:[\p{L}\p{M}\p{N}]|'(?=\p{L}))*/gu;

/** A stop ends a sentence before white space or the end; CJK stops always do. */
const SENTENCE_END = /[.!?…]+["')\]*]*\s+(?=\S)|[。！？]/gu;

/** Words after which a full stop is an abbreviation's. */
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|vs|etc|approx|dr|mr|mrs|ms|no|fig|eq|cf|al|z\.b|d\.h|p\.ej)\.\s$/i;

/** An address is not words: it would make a bare link look like a sentence. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"')\]]+/gi;

export function wordsOf(text: string): readonly string[] {
  return fold(text.replace(ADDRESS, ' ')).match(WORD) ?? [];
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
  const lower = text.toLowerCase().replace(/[’‘ʼ]/g, "'");
  return /[\u00c0-\u024f]/.test(lower)
    ? lower.replace(/[\u00c0-\u024f]/g, letter => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    : lower;
}
