import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Example, type SparseRows, scoreRows, trainLogistic } from '../../scripts/train/logistic.ts';
import { minimize } from '../../scripts/train/minimize.ts';

/** Three rows: feature 0 alone, feature 1 alone, both. */
const ROWS: SparseRows = {
  width: 2,
  starts: Int32Array.of(0, 1, 2, 4),
  columns: Int32Array.of(0, 1, 0, 1),
  values: Float64Array.of(1, 1, 1, 1),
};
const EXAMPLES: readonly Example[] = [
  { row: 0, positive: true, weight: 1 },
  { row: 1, positive: false, weight: 1 },
];

describe('minimize', () => {
  test('finds the lowest point of any bowl', () => {
    const place = fc.double({ min: -50, max: 50, noNaN: true });
    const steepness = fc.double({ min: 0.1, max: 20, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(place, steepness), { minLength: 1, maxLength: 6 }), bowl => {
        const found = minimize(bowl.length, (point, gradient) => {
          let value = 0;
          for (const [axis, [at, steep]] of bowl.entries()) {
            const distance = (point[axis] ?? 0) - at;
            value += steep * distance * distance;
            gradient[axis] = 2 * steep * distance;
          }
          return value;
        });
        for (const [axis, [at]] of bowl.entries())
          expect(Math.abs((found[axis] ?? 0) - at)).toBeLessThan(0.5);
      }),
      { numRuns: 60 },
    );
  });
});

describe('logistic regression', () => {
  test('weighs a feature of the positive rows up, of the others down, and one in both not at all', () => {
    const { weights, bias } = trainLogistic(ROWS, EXAMPLES, 1);
    expect(weights[0]).toBeGreaterThan(0.1);
    expect(weights[1]).toBeCloseTo(-(weights[0] ?? 0), 6);
    const [positive, negative, both] = scoreRows(ROWS, { weights, bias });
    expect(positive).toBeGreaterThan(0);
    expect(negative).toBeLessThan(0);
    expect(both).toBeCloseTo(bias, 6);
  });

  test('trusts rows more the more strength it is given, and the same rows give the same bits', () => {
    const weak = trainLogistic(ROWS, EXAMPLES, 0.1);
    const strong = trainLogistic(ROWS, EXAMPLES, 10);
    expect(strong.weights[0]).toBeGreaterThan(weak.weights[0] ?? 0);
    expect(trainLogistic(ROWS, EXAMPLES, 10)).toEqual(strong);
  });

  test('a row with more weight pulls the bias its way', () => {
    const heavy = EXAMPLES.map(example => ({ ...example, weight: example.positive ? 5 : 1 }));
    expect(trainLogistic(ROWS, heavy, 1).bias).toBeGreaterThan(trainLogistic(ROWS, EXAMPLES, 1).bias);
  });
});
