/** Text as a reader sees it: letters without styling, titles without decoration. */
import { beginningOf } from './beginning-of.ts';

/** Mathematical bold, italic, script … letters and digits, which authors use as a font. */
const STYLED_LETTERS = /[\u{1D400}-\u{1D7FF}]+/gu;
const EMOJI =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|\u{FE0E}|\u{FE0F}|\u{200D}|\u{20E3}|(?<=^|\s):[a-z0-9_+-]+:(?=\s|$)/gu;
const KEYCAP = /[0-9#*]\u{FE0F}?\u{20E3}/gu;
/** `1.` `2)` `3.1` `04 -` `IV.` `a)` in front of a title. */
const NUMBERING =
  /^(?:\(?(?:\d+(?:\.\d+)*|[ivx]{1,5}|[a-z])[.)]+|\d+(?:\.\d+)+|\d{1,3}\s*[-–—:|])\s+(?=\S)/iu;
/** What decorates a title at its ends; brackets and quotes that belong to words stay. */
const LEADING_DECORATION = /^[\s\p{Pd}\p{S}.,:;*_#|/\\•·!]+/u;
const TRAILING_DECORATION = /[\s\p{Pd}:：;,.。*_#|•·~=]+$/u;

/** What stands further behind in a title is not read; it keeps the patterns above cheap. */
const LONGEST_TITLE = 400;

/** Styled Unicode letters as plain ones. */
export function foldStyledLetters(text: string): string {
  return text.replace(STYLED_LETTERS, styled => styled.normalize('NFKC'));
}

/** White space of any kind and length as one space, none at the ends. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** A heading's text without numbering, emoji and decoration; a title of nothing else stays as it is. */
export function cleanTitle(text: string): string {
  const plain = foldSpace(beginningOf(text, LONGEST_TITLE).normalize('NFKC').replaceAll('`', ''));
  const bare = foldSpace(plain.replace(KEYCAP, ' ').replace(EMOJI, ' '));
  const undecorated = bare.replace(LEADING_DECORATION, '').replace(NUMBERING, '');
  const title = undecorated.replace(LEADING_DECORATION, '').replace(TRAILING_DECORATION, '');
  return title === '' ? plain : title;
}

/** True where the text has a letter or a digit, so that there is something to read. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
