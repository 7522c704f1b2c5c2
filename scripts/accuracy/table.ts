/** Markdown tables of figures; the same text goes to the terminal and to `docs/accuracy.md`. */
import type { Interval } from './bootstrap.ts';

/** Two decimals; a dash where there is no such figure. */
export function figure(value: number | null): string {
  return value === null || Number.isNaN(value) ? '–' : value.toFixed(2);
}

/** A share as a percentage with one decimal. */
export function percent(value: number): string {
  return Number.isNaN(value) ? '–' : `${(value * 100).toFixed(1)} %`;
}

export function withInterval(value: number, interval: Interval): string {
  return `${figure(value)} (${figure(interval.low)}–${figure(interval.high)})`;
}

/** Columns are padded, so that the table reads well as plain text too. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) =>
    Math.max(3, cell.length, ...rows.map(row => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), `|${widths.map(width => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join(
    '\n',
  );
}
