/**
 * Lines as the raw file has them: LF, CRLF and a CR alone each end a line (CommonMark 0.31, section 2.1), also mixed.
 */

const BYTE_ORDER_MARK = '\uFEFF';

/** The text with LF line endings and without a byte order mark; line n of the result is line n of the raw file. */
export function normalizeLineEndings(raw: string): string {
  const text = raw.startsWith(BYTE_ORDER_MARK) ? raw.slice(1) : raw;
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Number of lines of a normalised text; a line ending at the end of the file begins no further line. */
export function countLines(text: string): number {
  if (text === '') return 0;
  const endings = countLineEndings(text, 0, text.length);
  return text.endsWith('\n') ? endings : endings + 1;
}

/** How many line endings a normalised text has from offset `from` up to, not including, `to`. */
export function countLineEndings(text: string, from: number, to: number): number {
  let count = 0;
  let at = text.indexOf('\n', from);
  while (at !== -1 && at < to) {
    count += 1;
    at = text.indexOf('\n', at + 1);
  }
  return count;
}

/**
 * Tells on which line an offset of a normalised text lies, where the text begins on `startLine`. Offsets that never
 * go back cost one pass over the text in all, however long a line is; one that does go back answers the line reached
 * so far.
 */
export function lineCounter(text: string, startLine: number): (offset: number) => number {
  let line = startLine;
  let ending = text.indexOf('\n');
  return offset => {
    while (ending !== -1 && ending < offset) {
      line += 1;
      ending = text.indexOf('\n', ending + 1);
    }
    return line;
  };
}
