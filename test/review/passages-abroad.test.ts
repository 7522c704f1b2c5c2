import { expect, test } from '@jest/globals';
import { figuresAbroad } from '../../scripts/accuracy/describe-abroad.ts';
import { judgePassagesAbroad } from '../../scripts/accuracy/judge-passages-abroad.ts';
import { baseRubric } from './base-rubric.ts';

/** A little below what was measured, so that no change of a lexicon makes one language worse unseen. */
const FLOORS = [
  { language: 'de', exact: 0.79, recallOfThere: 0.73, missingPrecision: 0.91, presentPrecision: 0.6 },
  { language: 'es', exact: 0.76, recallOfThere: 0.7, missingPrecision: 0.88, presentPrecision: 0.68 },
  { language: 'fr', exact: 0.79, recallOfThere: 0.72, missingPrecision: 0.91, presentPrecision: 0.66 },
  { language: 'ja', exact: 0.81, recallOfThere: 0.6, missingPrecision: 0.87, presentPrecision: 0.8 },
  { language: 'pt', exact: 0.76, recallOfThere: 0.65, missingPrecision: 0.86, presentPrecision: 0.74 },
  { language: 'zh', exact: 0.78, recallOfThere: 0.71, missingPrecision: 0.9, presentPrecision: 0.65 },
];

const judged = judgePassagesAbroad(baseRubric());

test.each(FLOORS)('$language is read no worse than before', ({ language, ...floors }) => {
  const figures = figuresAbroad(judged.filter(item => item.language === language));
  expect(figures.passages).toBe(150);
  expect(figures.exact).toBeGreaterThanOrEqual(floors.exact);
  expect(figures.recallOfThere).toBeGreaterThanOrEqual(floors.recallOfThere);
  expect(figures.missingPrecision).toBeGreaterThanOrEqual(floors.missingPrecision);
  expect(figures.presentPrecision).toBeGreaterThanOrEqual(floors.presentPrecision);
});

test('every language with passages has a floor, and the other way round', () => {
  expect(FLOORS.map(({ language }) => language)).toEqual([...new Set(judged.map(item => item.language))]);
});
