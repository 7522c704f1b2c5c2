/**
 * Breaks text at spaces into lines of at most `width` code points, indentation included; a longer word stands alone
 * on its line, uncut.
 * @param hanging indentation of the second and later lines, as the first where absent.
 */
export function wrap(text: string, width: number, indent: string, hanging = indent): readonly string[] {
  const lines: string[] = [];
  let line = indent;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && [...line].length + 1 + [...word].length > width) {
      lines.push(line);
      line = hanging;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}
