import { expect, test } from '@jest/globals';
import { readRepositoryFolder } from '../src/cli/read-repository-folder.ts';
import { readBuiltinRubrics } from '../src/engine/builtin-rubric.ts';
import { judge } from '../src/engine/judge.ts';

const ROOT = `${import.meta.dirname}/..`;

test('the README of this repository passes its own review', async () => {
  const report = judge(await readRepositoryFolder(ROOT), {
    rubrics: readBuiltinRubrics(),
    engineVersion: '0.0.0',
  });
  const verdicts = report.criteria.filter(({ counted }) => counted).map(({ id, verdict }) => [id, verdict]);
  expect(Object.fromEntries(verdicts)).toEqual({
    problem: 'present',
    approach: 'present',
    decisions: 'present',
    failures: 'present',
    outcome: 'present',
  });
});
