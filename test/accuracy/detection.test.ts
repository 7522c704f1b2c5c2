import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { detect } from '../../scripts/accuracy/detection.ts';

describe('detection', () => {
  test('precision, recall and F1 of a case counted by hand', () => {
    const items = [
      { there: true, found: true },
      { there: true, found: true },
      { there: true, found: false },
      { there: false, found: true },
      { there: false, found: true },
      { there: false, found: false },
    ];
    // 2 right of 4 found, 2 found of 3 there.
    expect(detect(items)).toEqual({ precision: 0.5, recall: 2 / 3, f1: 4 / 7 });
  });

  test('a figure with nothing to divide by is not a number', () => {
    expect(detect([])).toEqual({ precision: Number.NaN, recall: Number.NaN, f1: Number.NaN });
    expect(detect([{ there: true, found: false }])).toEqual({ precision: Number.NaN, recall: 0, f1: 0 });
  });

  test('F1 is the harmonic mean of precision and recall', () => {
    const items = fc.array(fc.record({ there: fc.boolean(), found: fc.boolean() }));
    fc.assert(
      fc.property(items, list => {
        const { precision, recall, f1 } = detect(list);
        if (!(precision + recall > 0)) return;
        expect(f1).toBeCloseTo((2 * precision * recall) / (precision + recall), 9);
      }),
    );
  });
});
