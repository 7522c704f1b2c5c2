import { wrap } from './wrap.ts';

const NO_BREAK = '\u00a0';

/** What is added up, such as `+1.20 a link`, with commas between; no number ends a line without the words it belongs to. */
export function sumLines(
  parts: readonly string[],
  width: number,
  indent: string,
  hanging = indent,
): readonly string[] {
  const text = parts.map(part => part.replace(' ', NO_BREAK)).join(', ');
  return wrap(text, width, indent, hanging).map(line => line.replaceAll(NO_BREAK, ' '));
}
