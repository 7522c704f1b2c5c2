import { describe, expect, test } from '@jest/globals';
import { citedFigures, coverage, criterionFigures, macroFigures } from '../../scripts/accuracy/scorecard.ts';
import { CRITERIA } from '../../scripts/corpus/labels.ts';
import { judged } from './judged.ts';

describe('scorecard', () => {
  const items = [
    judged({ problem: [0, 'missing'], outcome: [2, 'present'] }),
    judged({ problem: [2, 'missing'], outcome: [0, 'missing'] }),
    judged({ problem: [1, 'thin'], outcome: [1, 'not-assessed'] }),
  ];

  test('verdicts map to levels per criterion', () => {
    const problem = criterionFigures(items, 'problem');
    expect(problem.count).toBe(3);
    expect(problem.exact).toBeCloseTo(2 / 3, 12);
    expect(problem.missingPrecision).toBe(0.5);
    expect(problem.missingRecall).toBe(1);
    expect(problem.opposite).toBeCloseTo(1 / 3, 12);
  });

  test('a verdict not assessed is left out of the figures and shows as coverage', () => {
    expect(criterionFigures(items, 'outcome').count).toBe(2);
    expect(criterionFigures(items, 'outcome').exact).toBe(1);
    const covered = coverage(items);
    expect(covered.byRule).toBe(0);
    expect(covered.byDoubt).toBeCloseTo(1 / 15, 12);
    expect(covered.assessed).toBeCloseTo(14 / 15, 12);
  });

  test('a README left alone as a whole is so by rule, a single criterion by doubt', () => {
    expect(coverage([judged({ problem: [1, 'not-assessed'] })]).byDoubt).toBeCloseTo(1 / 5, 12);
    const leftAlone = judged(
      Object.fromEntries(CRITERIA.map(id => [id, [1, 'not-assessed']])) as Parameters<typeof judged>[0],
    );
    expect(coverage([leftAlone])).toEqual({ assessed: 0, byRule: 1, byDoubt: 0 });
  });

  test('the macro is the mean over the five criteria that have the figure', () => {
    // problem 0.5, outcome 1, the other three criteria are all missing and judged so: 1.
    expect(macroFigures(items).missingPrecision).toBeCloseTo((0.5 + 1 + 1 + 1 + 1) / 5, 12);
  });

  test('evidence is counted for present verdicts only', () => {
    expect(citedFigures(items).overlap).toBe(1);
    expect(citedFigures([judged({ outcome: [1, 'present'] })]).overlap).toBe(0);
  });
});
