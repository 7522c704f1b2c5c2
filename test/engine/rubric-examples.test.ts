import { describe, expect, test } from '@jest/globals';
import { readBuiltinRubrics } from '../../src/engine/builtin-rubric.ts';
import { checkExamples } from '../../src/engine/check-rubric-examples.ts';

const { base, types } = readBuiltinRubrics();

describe.each([base, ...types].map(rubric => [rubric.id, rubric] as const))('%s', (_id, rubric) => {
  const own = rubric.criteria.filter(({ id }) => rubric === base || rubric.added.includes(id));

  test.each(own.map(criterion => [criterion.id, criterion] as const))(
    '%s: strong is present, weak is not',
    (_, criterion) => {
      expect(checkExamples(rubric, [criterion])).toEqual([]);
    },
  );

  test.each(own.map(criterion => [criterion.id, criterion] as const))(
    '%s has headings, and words where it has any, in every language there is a lexicon for',
    (_, { headings, words }) => {
      for (const { language } of rubric.lexicons) {
        expect(headings[language]?.length).toBeGreaterThan(0);
        if (Object.keys(words).length > 0)
          expect([language, words[language]?.length ?? 0]).not.toEqual([language, 0]);
      }
    },
  );
});

test('each type’s rubric is one of the project types', () => {
  expect(types.map(({ id }) => id)).toEqual(['llm-application', 'ml-infrastructure', 'ml-pipeline']);
  const known = base.projectTypes.map(({ id }) => id);
  for (const { id } of types) expect(known).toContain(id);
});
