/** The parts of the benchmark that need a server work, in small; what they measure is nobody's business here. */
import { describe, expect, test } from '@jest/globals';
import { benchEndToEnd } from '../../scripts/bench/end-to-end.ts';
import { percentile } from '../../scripts/bench/measure.ts';
import { benchScale } from '../../scripts/bench/scale.ts';
import { benchStorm } from '../../scripts/bench/storm.ts';
import { mostWithin } from '../helpers/most-within.ts';
import { describeOnPostgres } from '../store/postgres-schemas.ts';

const QUICK = { quick: true };
const LONG = 120_000;

function expectFigures(figures: Readonly<Record<string, number>>): void {
  expect(Object.entries(figures).filter(([, value]) => !Number.isFinite(value))).toEqual([]);
}

describe('figures', () => {
  test('a percentile is a value that was measured', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([0.5, 0.99, 1].map(share => percentile(values, share))).toEqual([50, 99, 100]);
    expect(percentile([7], 0.01)).toBe(7);
    expect(percentile([], 0.5)).toBeNaN();
  });

  test('the busiest window is found wherever it begins, both ends counted', () => {
    expect(mostWithin([0, 40, 50, 60, 100, 200], 60)).toBe(4);
    expect(mostWithin([0, 61], 60)).toBe(1);
    expect(mostWithin([], 60)).toBe(0);
  });
});

describe('the benchmark in small', () => {
  test(
    'end to end',
    async () => {
      const { figures } = await benchEndToEnd(QUICK);
      expectFigures(figures);
      expect(figures['endToEnd.failedDeliveries']).toBe(0);
    },
    LONG,
  );

  test(
    'storms: ten pushes to one branch make at most three reviews',
    async () => {
      const { figures } = await benchStorm(QUICK);
      expectFigures(figures);
      expect(figures['storm.reviews']).toBeLessThanOrEqual(3);
    },
    LONG,
  );
});

describeOnPostgres('on PostgreSQL', () => {
  test(
    'scale',
    async () => {
      const { figures } = await benchScale(QUICK);
      expectFigures(figures);
    },
    LONG,
  );
});
