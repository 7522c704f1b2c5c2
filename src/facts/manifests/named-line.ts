/** A package or image as its manifest writes it, and the 1-based line it stands on. */
export interface NamedLine {
  readonly name: string;
  readonly line: number;
}

/** Lines of a text whatever its line ends; no line is cut. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/);
}

/**
 * The 1-based line on which each name stands as a whole word, searched from `from` on; the first one wins.
 * For formats whose parser gives values without places. Linear: one pass over the text.
 */
export function locate(text: string, names: readonly string[]): readonly NamedLine[] {
  const lineByWord = new Map<string, number>();
  for (const [index, line] of linesOf(text).entries()) {
    const uncommented = line.replace(/^\s*#.*$/, '');
    for (const [word] of uncommented.matchAll(/@?[A-Za-z0-9][\w./-]{0,120}/g)) {
      if (!lineByWord.has(word)) lineByWord.set(word, index + 1);
    }
  }
  return names.map(name => ({ name, line: lineByWord.get(name) ?? 1 }));
}
