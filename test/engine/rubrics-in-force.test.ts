import { describe, expect, test } from '@jest/globals';
import { judge } from '../../src/engine/judge.ts';
import { MAX_KEPT, rubricsInForce } from '../../src/engine/rubrics-in-force.ts';
import { NO_CHANGES, RubricChanges } from '../../src/rubric/rubric-changes.ts';
import { baseRubric } from '../review/base-rubric.ts';
import { requestFor } from './requests.ts';

const RUBRICS = { base: baseRubric(['en']), types: [] };
const YARDSTICK = { rubrics: RUBRICS, engineVersion: '9.9.9' };
const README = '# Tides\n\nA model of tides.\n';

const sayingOfFailures = (missing: string) => RubricChanges.parse({ wording: { failures: { missing } } });

describe('the rubrics in force', () => {
  test('are those that were given where nothing is changed', () => {
    expect(rubricsInForce(RUBRICS)).toBe(RUBRICS);
    expect(rubricsInForce(RUBRICS, NO_CHANGES)).toBe(RUBRICS);
    expect(rubricsInForce(RUBRICS, RubricChanges.parse({}))).toBe(RUBRICS);
  });

  test('are the same object for the same changes, so that they are compiled once', () => {
    const first = rubricsInForce(RUBRICS, sayingOfFailures('What broke?'));
    expect(first).not.toBe(RUBRICS);
    expect(rubricsInForce(RUBRICS, sayingOfFailures('What broke?'))).toBe(first);
    expect(rubricsInForce(RUBRICS, sayingOfFailures('What failed?'))).not.toBe(first);
    expect(rubricsInForce({ ...RUBRICS }, sayingOfFailures('What broke?'))).not.toBe(first);
  });

  test('are kept up to a limit, those that were used last', () => {
    const rubrics = { ...RUBRICS };
    const numbered = (index: number) => rubricsInForce(rubrics, sayingOfFailures(`Version ${index}.`));
    const all = Array.from({ length: MAX_KEPT }, (_, index) => numbered(index));
    expect(numbered(0)).toBe(all[0]);
    numbered(MAX_KEPT);
    expect(numbered(0)).toBe(all[0]);
    expect(numbered(2)).toBe(all[2]);
    expect(numbered(1)).not.toBe(all[1]);
  });
});

describe('a review by changed rubrics', () => {
  const rubricChanges = sayingOfFailures('Nobody can learn from it yet.');
  const changed = judge(requestFor(README, { declaredType: 'ml-pipeline', rubricChanges }), YARDSTICK);
  const plain = judge(requestFor(README, { declaredType: 'ml-pipeline' }), YARDSTICK);

  test('says what they say, and names another rubric', () => {
    const failures = changed.criteria.find(({ id }) => id === 'failures');
    expect(failures?.findings[0]?.text).toBe('Nobody can learn from it yet.');
    expect(changed.rubric.digest).not.toBe(plain.rubric.digest);
    expect(changed.criteria.map(({ verdict }) => verdict)).toEqual(
      plain.criteria.map(({ verdict }) => verdict),
    );
  });

  test('names it too where nothing is read', () => {
    const { rubric } = judge(requestFor(README, { path: 'README.rst', rubricChanges }), YARDSTICK);
    expect(rubric.digest).toBe(changed.rubric.digest);
  });
});
