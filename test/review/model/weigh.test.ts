import { describe, expect, test } from '@jest/globals';
import { calibrationInputs, probability } from '../../../src/review/model/calibration.ts';
import { missingBelow, PRESENT_FROM, THIN_FROM, weigh } from '../../../src/review/model/weigh.ts';

/** Far below what a probability can be told apart by. */
const LESS = 1e-9;

describe('a calibrated opinion', () => {
  test.each([
    ['present', PRESENT_FROM, PRESENT_FROM],
    ['thin', 1, PRESENT_FROM - LESS],
    ['thin', THIN_FROM, 0],
    ['not-assessed', THIN_FROM - LESS, 0],
    ['not-assessed', missingBelow(false), 0],
    ['missing', missingBelow(false) - LESS, 0],
  ])('comes to %s at %f and %f', (verdict, atLeastThin, present) => {
    expect(weigh({ atLeastThin, present }, false)).toBe(verdict);
  });

  test('must be surer of missing where other headings would make it present', () => {
    expect(missingBelow(true)).toBeLessThan(missingBelow(false));
    expect(weigh({ atLeastThin: missingBelow(true), present: 0 }, true)).toBe('not-assessed');
    expect(weigh({ atLeastThin: missingBelow(true) - LESS, present: 0 }, true)).toBe('missing');
  });
});

describe('calibration', () => {
  test('sees the best passage’s scores and what the signals make of the whole, bounded', () => {
    expect(calibrationInputs({ thin: 1, present: -2 }, { points: 9, verdict: 'present' })).toEqual([
      1, -2, 4, 1, 1,
    ]);
    expect(calibrationInputs({ thin: -6, present: -6 }, { points: 0.5, verdict: 'missing' })).toEqual([
      -6, -6, 0.5, 0, 0,
    ]);
  });

  test('is a logistic curve over them', () => {
    expect(probability({ bias: 0, weights: [1, 1] }, [0, 0])).toBe(0.5);
    expect(probability({ bias: 1, weights: [2] }, [3])).toBeCloseTo(1 / (1 + Math.exp(-7)), 12);
  });
});
