import type { Rubric } from '../rubric/rubric.ts';
import type { Rubrics } from '../rubric/rubrics.ts';
import { readCompiledRubrics } from './compiled-rubrics.ts';
import { PACKAGE_ROOT } from './package-root.ts';
import { parseBuiltinRubric, parseBuiltinRubrics } from './parse-builtin-rubrics.ts';

/**
 * The rubrics that ship with the package, the base and one for each project type, read from the disk; `root` is the
 * package's folder. From their compiled copy where it is one of the files as they are, otherwise from the files.
 * @throws ShowworkError RUBRIC_INVALID, with file, line, column and what was expected for each problem.
 */
export function readBuiltinRubrics(root = PACKAGE_ROOT): Rubrics {
  return readCompiledRubrics(root) ?? parseBuiltinRubrics(root);
}

/**
 * The rubric that every project type stands on.
 * @throws ShowworkError RUBRIC_INVALID
 */
export function readBuiltinRubric(root = PACKAGE_ROOT): Rubric {
  return readCompiledRubrics(root)?.base ?? parseBuiltinRubric(root);
}
