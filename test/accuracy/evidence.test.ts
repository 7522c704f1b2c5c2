import { describe, expect, test } from '@jest/globals';
import { evidenceFigures } from '../../scripts/accuracy/evidence.ts';

describe('evidence', () => {
  test('one shared line is an overlap; line precision counts every cited line once', () => {
    const figures = evidenceFigures([
      { cited: [{ startLine: 10, endLine: 13 }], labelled: [[13, 20]] },
      {
        cited: [
          { startLine: 1, endLine: 2 },
          { startLine: 2, endLine: 3 },
        ],
        labelled: [[30, 31]],
      },
    ]);
    expect(figures.overlap).toBe(0.5);
    // Lines 10, 11, 12, 13 and 1, 2, 3 were cited; only 13 is labelled.
    expect(figures.linePrecision).toBeCloseTo(1 / 7, 12);
  });

  test('a present verdict that the label does not share counts as no overlap', () => {
    expect(evidenceFigures([{ cited: [{ startLine: 1, endLine: 9 }], labelled: [] }])).toEqual({
      overlap: 0,
      linePrecision: 0,
    });
  });
});
