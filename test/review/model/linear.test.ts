import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BUCKETS } from '../../../src/review/model/hash.ts';
import { type LinearFeatures, logOdds, weightTable } from '../../../src/review/model/linear.ts';
import type { Weights } from '../../../src/review/model/model.ts';

const NAMES = ['signal:is-code', 'cue:reason', 'opening'];
const bucket = fc.nat(BUCKETS - 1);
const amount = fc.integer({ min: -50, max: 50 }).map(steps => steps / 8);

const weights: fc.Arbitrary<Weights> = fc
  .record({
    bias: amount,
    named: fc.array(fc.tuple(fc.constantFrom(...NAMES), amount)),
    hashed: fc.array(fc.tuple(bucket, amount), { maxLength: 20 }),
  })
  .map(({ bias, named, hashed }) => {
    const all = new Float32Array(BUCKETS);
    for (const [place, weight] of hashed) all[place] = weight;
    return { bias, named: new Map(named), hashed: all };
  });
const features: fc.Arbitrary<LinearFeatures> = fc.record({
  named: fc.array(fc.tuple(fc.constantFrom(...NAMES, 'unknown'), amount)).map(pairs => new Map(pairs)),
  hashed: fc.array(fc.record({ buckets: fc.array(bucket, { maxLength: 8 }), value: amount }), {
    maxLength: 4,
  }),
});

/** As it is written down in a textbook, for one decision. */
function sum({ named, hashed }: LinearFeatures, of: Weights): number {
  let total = of.bias;
  for (const [name, value] of named) total += value * (of.named.get(name) ?? 0);
  for (const { buckets, value } of hashed)
    total += value * buckets.reduce((part, place) => part + (of.hashed[place] ?? 0), 0);
  return total;
}

describe('log odds', () => {
  test('are those of each decision by itself, whichever stand beside it', () => {
    fc.assert(
      fc.property(fc.array(weights, { minLength: 1, maxLength: 4 }), features, (decisions, seen) => {
        const all = [...logOdds(seen, weightTable(decisions))];
        expect(all).toEqual(decisions.map(decision => sum(seen, decision)));
      }),
      { numRuns: 50 },
    );
  });
});
