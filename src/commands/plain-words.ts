/** Names and reasons as people write them in a comment, cut to what is kept of them. */

/** Code points that are kept of a name a stranger wrote: longer than any criterion's or project type's. */
export const MAX_NAME = 60;

/** Code units that are looked at for a name: it may stand in quotes and brackets. */
const MAX_LOOKED_AT = 4 * MAX_NAME;

/** What may stand around a name and is no part of it. */
const AROUND_A_NAME = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu;

/** White space folded to single spaces, none at the ends. */
export function fold(text: string): string {
  return text.toWellFormed().trim().replaceAll(/\s+/g, ' ');
}

/** At most `limit` code points; what is longer ends in an ellipsis. */
export function shorten(text: string, limit: number): string {
  const points = [...text.slice(0, 2 * limit + 1)];
  if (points.length <= limit) return text;
  return `${points
    .slice(0, limit - 1)
    .join('')
    .trimEnd()}…`;
}

/** A name as it was written, without quotes, brackets and punctuation around it; '' where there is none. */
export function bareName(text: string): string {
  return shorten(fold(text.slice(0, MAX_LOOKED_AT)).replaceAll(AROUND_A_NAME, ''), MAX_NAME);
}

/** What stands before the first line break. */
export function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

/** The first word of a text that begins with white space, and what follows it; null where there is none. */
export function firstWord(text: string): { readonly word: string; readonly rest: string } | null {
  const word = /^[^\S\n]+(\S+)/.exec(text);
  if (word === null) return null;
  return { word: bareName(word[1] ?? ''), rest: text.slice(word[0].length) };
}
