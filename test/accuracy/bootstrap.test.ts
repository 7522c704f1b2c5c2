import { describe, expect, test } from '@jest/globals';
import { bootstrapIntervals } from '../../scripts/accuracy/bootstrap.ts';
import { seededRandom, shuffled } from '../../scripts/accuracy/random.ts';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('bootstrap', () => {
  const values = Array.from({ length: 100 }, (_, index) => index);
  const interval = (groupOf: (value: number) => string) =>
    bootstrapIntervals(values, groupOf, sample => ({ mean: mean(sample) })).mean;

  test('the interval lies around the figure, about two standard errors to each side', () => {
    const { low, high } = interval(String);
    // Standard error of the mean of 0..99 is 28.9 / 10.
    expect(low).toBeGreaterThan(49.5 - 7.5);
    expect(low).toBeLessThan(49.5 - 4);
    expect(high).toBeGreaterThan(49.5 + 4);
    expect(high).toBeLessThan(49.5 + 7.5);
  });

  test('items of one group stay together, so fewer groups mean less certainty', () => {
    const alone = interval(String);
    const grouped = interval(value => String(Math.floor(value / 20)));
    expect(grouped.high - grouped.low).toBeGreaterThan(alone.high - alone.low);
  });

  test('the same items give the same interval', () => {
    expect(interval(String)).toEqual(interval(String));
  });
});

describe('seeded random numbers', () => {
  test('the same seed gives the same sequence, another seed another one', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  test('numbers lie in [0, 1) and spread evenly', () => {
    const numbers = Array.from({ length: 5000 }, seededRandom(7));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(mean(numbers)).toBeCloseTo(0.5, 1);
  });

  test('shuffling keeps every item', () => {
    const items = [1, 2, 3, 4, 5, 6, 7, 8];
    const mixed = shuffled(items, seededRandom(3));
    expect(mixed).not.toEqual(items);
    expect([...mixed].sort((a, b) => a - b)).toEqual(items);
  });
});
