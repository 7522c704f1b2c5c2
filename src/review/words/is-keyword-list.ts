import { hasFigure } from '../signals/figures.ts';
import { isCharacterWord, lengthOf, MAX_BLOCK_CHARACTERS, wordsOf } from './tokenise.ts';

/** A sentence with several commas has a longer part somewhere; a list of keywords has none. In words. */
const LONGEST_KEYWORD = 3;
/** In scripts without spaces clauses are short, so only names of a few characters are keywords there. */
const LONGEST_KEYWORD_CHARACTERS = 4;
/** Fewer than this in a paragraph may be a sentence of few words. */
const FEWEST_KEYWORDS = 4;

const BETWEEN = /[,;|·•、，；。！？\n]+|(?<![.!?:：])[.!?:：]+(?:\s+|$)|\s[-–—/]\s/u;
/** "Keywords: …". */
const LABEL = /^[^,;|·•、，；。.!?\n]{1,40}?[:：]\s*(?=\S)/u;

/**
 * True for words in a row that say nothing of each other: "RAG, Docker, trade-offs, accuracy". A figure is a statement,
 * so "F1 0.9, AUC 0.8" is none. Linear.
 */
export function isKeywordList(text: string, kind: string): boolean {
  if (kind !== 'paragraph' && kind !== 'quote' && kind !== 'list-item') return false;
  const bounded = text.slice(0, MAX_BLOCK_CHARACTERS);
  const parts = bounded
    .replace(LABEL, '')
    .split(BETWEEN)
    .map(wordsOf)
    .filter(words => words.length > 0);
  const fewest = kind === 'list-item' ? 1 : FEWEST_KEYWORDS;
  return parts.length >= fewest && parts.every(isKeyword) && !hasFigure(bounded);
}

function isKeyword(words: readonly string[]): boolean {
  const characters = words.filter(isCharacterWord).length;
  return lengthOf(words) <= LONGEST_KEYWORD && characters <= LONGEST_KEYWORD_CHARACTERS;
}
