import type { LineRange } from './report.ts';

/** What may stand on some lines. */
interface Placed {
  readonly range: LineRange;
}

/**
 * Finds what reaches into some lines, by where it begins. Each question takes logarithmic time and what lies between the
 * first and the last found: an index of projects asks once a link.
 */
export function indexByLine<Item extends Placed>(
  items: readonly Item[],
): (place: LineRange) => readonly Item[] {
  const sorted = items.toSorted((a, b) => a.range.startLine - b.range.startLine);
  /** The last line that any item up to here reaches, which never falls. */
  const reached: number[] = [];
  for (const { range } of sorted) reached.push(Math.max(reached.at(-1) ?? 0, range.endLine));
  return ({ startLine, endLine }) => {
    const from = countWhile(reached, line => line < startLine);
    const to = countWhile(sorted, ({ range }) => range.startLine <= endLine);
    return sorted.slice(from, to).filter(({ range }) => range.endLine >= startLine);
  };
}

/** How many values at the beginning fulfil what the others do not. */
function countWhile<Value>(values: readonly Value[], holds: (value: Value) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = values[middle];
    if (value !== undefined && holds(value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
