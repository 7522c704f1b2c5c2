/** What all parts may be asked for. */
export interface BenchOptions {
  /** A folder of READMEs with labels; only read. */
  readonly corpus?: string;
  /** Everything once and little of it, to see that it works; then the figures mean nothing. */
  readonly quick?: boolean;
}

/** One part of the benchmark: what it measured, ready to be printed, and its figures by key. */
export interface Section {
  readonly title: string;
  /** Markdown: what was measured over what, its table, and what the figures mean. */
  readonly text: string;
  /** One number per key, such as `review.ratioToParse`; the unit ends the key where it is none of ratio and count. */
  readonly figures: Readonly<Record<string, number>>;
}

/** A Markdown table; numbers get two decimals below ten, one below a hundred, none from there on. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

function cell(value: string | number): string {
  if (typeof value === 'string') return value;
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}
