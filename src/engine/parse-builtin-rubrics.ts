/** What the rubrics that ship come to, from their YAML. This takes half a second: see `builtin-rubric.ts`. */
import { readFileSync } from 'node:fs';
import { ShowworkError } from '../errors.ts';
import { describeProblem } from '../rubric/describe-problem.ts';
import { type LoadedRubric, loadRubric } from '../rubric/load-rubric.ts';
import { loadRubricLayer } from '../rubric/load-rubric-layer.ts';
import type { Rubric } from '../rubric/rubric.ts';
import type { Rubrics } from '../rubric/rubrics.ts';
import { builtinRubricFiles, RUBRICS_FOLDER, readBuiltinLexicons } from './builtin-rubric-files.ts';
import { PACKAGE_ROOT } from './package-root.ts';

const BASE = `${RUBRICS_FOLDER}base.yml`;

/**
 * The base and one rubric for each project type; `root` is the package's folder.
 * @throws ShowworkError RUBRIC_INVALID, with file, line, column and what was expected for each problem.
 */
export function parseBuiltinRubrics(root = PACKAGE_ROOT): Rubrics {
  const base = parseBuiltinRubric(root);
  const files = builtinRubricFiles(root).filter(({ fileName }) => fileName !== BASE);
  const types = files.map(({ text, fileName }) => rubricOf(loadRubricLayer(text, fileName, [base])));
  return { base, types };
}

/**
 * The base alone.
 * @throws ShowworkError RUBRIC_INVALID
 */
export function parseBuiltinRubric(root = PACKAGE_ROOT): Rubric {
  return rubricOf(loadRubric(readFileSync(new URL(BASE, root), 'utf8'), BASE, readBuiltinLexicons(root)));
}

function rubricOf(loaded: LoadedRubric): Rubric {
  if (loaded.ok) return loaded.rubric;
  throw new ShowworkError('RUBRIC_INVALID', loaded.problems.map(describeProblem).join('\n'));
}
