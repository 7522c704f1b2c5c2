import { describeProblem } from '../rubric/describe-problem.ts';
import { loadAnyRubric } from '../rubric/load-any-rubric.ts';
import type { YamlFile } from '../rubric/load-rubric.ts';
import { readBuiltinRubrics } from './builtin-rubric.ts';
import { readBuiltinLexicons } from './builtin-rubric-files.ts';
import { checkExamples } from './check-rubric-examples.ts';

export interface RubricCheck {
  readonly fileName: string;
  /** Criteria that the file itself holds; 0 where it could not be read. */
  readonly criteria: number;
  /** One line each, with file, line, column and what was expected. */
  readonly problems: readonly string[];
}

/**
 * Holds rubric files against their schema and runs their examples as tests. A file may stand on any rubric that ships
 * (`extends: base`), or be a whole one.
 * @throws ShowworkError RUBRIC_INVALID where the rubrics that ship are broken themselves.
 */
export function rubricChecker(): (file: YamlFile) => RubricCheck {
  const { base, types } = readBuiltinRubrics();
  const lexicons = readBuiltinLexicons();
  return file => {
    const { fileName } = file;
    const loaded = loadAnyRubric(file, [base, ...types], lexicons);
    if (!loaded.ok) return { fileName, criteria: 0, problems: loaded.problems.map(describeProblem) };
    const { rubric, own, problemAt } = loaded;
    const criteria = rubric.criteria.filter(({ id }) => own.includes(id));
    const problems = checkExamples(rubric, criteria).map(({ criterion, path, message, expected }) =>
      describeProblem(problemAt(['criteria', own.indexOf(criterion), ...path], message, expected)),
    );
    return { fileName, criteria: criteria.length, problems };
  };
}
