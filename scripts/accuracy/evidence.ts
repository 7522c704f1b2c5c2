/** Whether the lines cited for a present verdict are the lines that the labels name. */
import type { LineRange } from '../../src/review/report.ts';

export interface CitedVerdict {
  readonly cited: readonly LineRange[];
  /** Lines the label gives; empty where the label is not *present*, so that a false present counts as none. */
  readonly labelled: readonly (readonly [number, number])[];
}

export interface EvidenceFigures {
  /** Share of present verdicts with at least one cited line among the labelled ones; NaN for no verdicts. */
  readonly overlap: number;
  /** Share of all cited lines that are labelled; NaN for no lines. */
  readonly linePrecision: number;
}

export function evidenceFigures(verdicts: readonly CitedVerdict[]): EvidenceFigures {
  let overlapping = 0;
  let right = 0;
  let cited = 0;
  for (const verdict of verdicts) {
    const lines = citedLines(verdict.cited);
    const hits = lines.filter(line => verdict.labelled.some(([start, end]) => line >= start && line <= end));
    if (hits.length > 0) overlapping += 1;
    right += hits.length;
    cited += lines.length;
  }
  return { overlap: overlapping / verdicts.length, linePrecision: right / cited };
}

/** Every line once, also where ranges overlap. */
function citedLines(ranges: readonly LineRange[]): number[] {
  const lines = new Set<number>();
  for (const range of ranges) {
    for (let line = range.startLine; line <= range.endLine; line += 1) lines.add(line);
  }
  return [...lines];
}
