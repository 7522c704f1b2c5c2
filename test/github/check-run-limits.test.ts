import { describe, expect, it } from '@jest/globals';
import {
  ACTION_DESCRIPTION_CHARACTERS,
  ACTION_IDENTIFIER_CHARACTERS,
  ACTION_LABEL_CHARACTERS,
  ACTIONS,
  ANNOTATION_MESSAGE_BYTES,
  ANNOTATION_TITLE_CHARACTERS,
  assertWithinLimits,
  SUMMARY_BYTES,
} from '../../src/github/check-run-limits.ts';
import type { CheckRun } from '../../src/ports.ts';
import { exampleAnnotation, exampleCheckRun } from '../helpers/check-runs.ts';

const ACTION = { label: 'Re-review', description: 'Review again', identifier: 're-review' };

/** Each limit: its field as the error names it, the limit, and a run of a given size. */
const LIMITS: readonly (readonly [string, number, (size: number) => Partial<CheckRun>])[] = [
  ['summary', SUMMARY_BYTES, size => ({ summary: 'a'.repeat(size) })],
  [
    'annotation 1 message',
    ANNOTATION_MESSAGE_BYTES,
    size => ({ annotations: [exampleAnnotation(1), exampleAnnotation(2, { message: 'a'.repeat(size) })] }),
  ],
  [
    'annotation 0 title',
    ANNOTATION_TITLE_CHARACTERS,
    size => ({ annotations: [exampleAnnotation(1, { title: '🙂'.repeat(size) })] }),
  ],
  ['actions', ACTIONS, size => ({ actions: Array.from({ length: size }, () => ACTION) })],
  ['action label', ACTION_LABEL_CHARACTERS, size => ({ actions: [{ ...ACTION, label: 'é'.repeat(size) }] })],
  [
    'action description',
    ACTION_DESCRIPTION_CHARACTERS,
    size => ({ actions: [{ ...ACTION, description: 'é'.repeat(size) }] }),
  ],
  [
    'action identifier',
    ACTION_IDENTIFIER_CHARACTERS,
    size => ({ actions: [{ ...ACTION, identifier: 'i'.repeat(size) }] }),
  ],
];

const run = (overrides: Partial<CheckRun>) => exampleCheckRun({ headSha: 'a'.repeat(40), ...overrides });

describe("GitHub's limits of a check run", () => {
  it.each(LIMITS)('%s: %i is sent, one more is not', (field, limit, ofSize) => {
    expect(() => assertWithinLimits(run(ofSize(limit)))).not.toThrow();
    expect(() => assertWithinLimits(run(ofSize(limit + 1)))).toThrow(
      expect.objectContaining({
        code: 'GITHUB_REJECTED',
        message: expect.stringContaining(`its ${field} has`),
      }),
    );
  });

  it('count the bytes of a summary, not its characters', () => {
    expect(() => assertWithinLimits(run({ summary: 'é'.repeat(SUMMARY_BYTES / 2 + 1) }))).toThrow();
  });
});
