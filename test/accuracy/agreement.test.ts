import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  exactAgreement,
  oppositeShare,
  type Pair,
  quadraticKappa,
} from '../../scripts/accuracy/agreement.ts';
import type { Level } from '../../scripts/corpus/labels.ts';

const pairsOf = (...rows: [Level, Level][]): Pair[] =>
  rows.map(([labelled, judged]) => ({ labelled, judged }));
const level = fc.constantFrom<Level>(0, 1, 2);
const somePairs = fc.array(fc.record({ labelled: level, judged: level }), { minLength: 1, maxLength: 40 });

describe('agreement', () => {
  // By hand: squared differences 0 + 0 + 1 + 4 = 5. By chance, every label (0, 1, 2, 0) against every
  // judgement (0, 1, 1, 2): 6 + 2 + 6 + 6 = 20 squared differences in 16 pairs, so 5 in 4. Kappa = 1 - 5/5.
  const four = pairsOf([0, 0], [1, 1], [2, 1], [0, 2]);

  test('exact agreement and opposite verdicts are shares of the pairs', () => {
    expect(exactAgreement(four)).toBe(0.5);
    expect(oppositeShare(four)).toBe(0.25);
  });

  test('kappa is 0 where the disagreement is what chance gives', () => {
    expect(quadraticKappa(four)).toBeCloseTo(0, 12);
  });

  // Observed 1 in 3 pairs. Chance: label 0 → 0+1+1, label 1 → 1+0+0, label 2 → 4+1+1 = 9 in 9, so 3 in 3.
  test('kappa of a small known case', () => {
    expect(quadraticKappa(pairsOf([0, 0], [1, 1], [2, 1]))).toBeCloseTo(1 - 1 / 3, 12);
  });

  test('a judge who always says the same has kappa 0', () => {
    expect(quadraticKappa(pairsOf([0, 1], [1, 1], [2, 1]))).toBeCloseTo(0, 12);
  });

  test('kappa is not defined where both sides know one level only', () => {
    expect(quadraticKappa(pairsOf([1, 1], [1, 1]))).toBeNaN();
  });

  test('kappa never exceeds 1, and is 1 exactly for full agreement', () => {
    fc.assert(
      fc.property(somePairs, pairs => {
        const kappa = quadraticKappa(pairs);
        if (Number.isNaN(kappa)) return exactAgreement(pairs) === 1;
        return kappa <= 1 && (kappa === 1) === (exactAgreement(pairs) === 1);
      }),
    );
  });

  test('kappa does not care who is the labeller and who the judge', () => {
    fc.assert(
      fc.property(somePairs, pairs => {
        const swapped = pairs.map(pair => ({ labelled: pair.judged, judged: pair.labelled }));
        const kappa = quadraticKappa(pairs);
        if (Number.isNaN(kappa)) expect(quadraticKappa(swapped)).toBeNaN();
        else expect(quadraticKappa(swapped)).toBeCloseTo(kappa, 9);
      }),
    );
  });
});
