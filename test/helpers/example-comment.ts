import type { CommentInput } from '../../src/render/comment/comment-input.ts';
import { reviewMarker } from '../../src/render/marker.ts';
import { delta, readmeDelta } from './example-deltas.ts';
import { documentedReport, PLACE } from './example-reports.ts';

/** A pull request that newly documents what did not work. */
export function commentInput(overrides: Partial<CommentInput> = {}): CommentInput {
  return {
    reports: [documentedReport()],
    delta: delta(readmeDelta()),
    place: PLACE,
    marker: reviewMarker('t0ken'),
    occasion: 'pull-request',
    ...overrides,
  };
}

/** Markdown without the addresses of its links. */
export function withoutAddresses(markdown: string): string {
  return markdown.replaceAll(/\]\([^)]*\)/g, ']');
}
