import { describe, expect, test } from '@jest/globals';
import { readOutline } from '../../src/readme/read-outline.ts';
import { observe } from '../../src/review/observe.ts';
import { readingFor } from '../../src/review/reading.ts';
import { scoreCriterion } from '../../src/review/score-criterion.ts';
import { baseRubric } from './base-rubric.ts';

const rubric = baseRubric();
const reading = readingFor(rubric, 'en');

describe.each(rubric.criteria.map(criterion => [criterion.id, criterion] as const))(
  '%s',
  (_id, criterion) => {
    /** The example as the whole section of a README. Its sentences are the rubric's own, and allowed here. */
    function verdictOf(example: string): string {
      if (reading === null) throw new Error('no English lexicon');
      const outline = readOutline(`# Example\n\n## ${criterion.title}\n\n${example}\n`);
      return scoreCriterion(criterion, observe(outline, { ...reading, borrowed: new Set() }).blocks).verdict;
    }

    test('the strong example is present', () => {
      expect(verdictOf(criterion.examples.strong)).toBe('present');
    });

    test('the weak example is not', () => {
      expect(verdictOf(criterion.examples.weak)).not.toBe('present');
    });

    test('has headings in every language there is a lexicon for', () => {
      for (const { language } of rubric.lexicons)
        expect(criterion.headings[language]?.length).toBeGreaterThan(0);
    });
  },
);
