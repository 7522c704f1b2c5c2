const HALF_AT_END = /[\ud800-\udbff]$/;

/**
 * The first characters of a text, `most` at most as JavaScript counts them, without half a character at the end: what is
 * written as two of them, such as an emoji, stays whole or goes.
 */
export function beginningOf(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(HALF_AT_END, '');
}
