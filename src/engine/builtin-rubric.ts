import { readdirSync, readFileSync } from 'node:fs';
import { ShowworkError } from '../errors.ts';
import { loadRubric } from '../rubric/load-rubric.ts';
import type { Rubric } from '../rubric/rubric.ts';
import { PACKAGE_ROOT } from './package-root.ts';

const RUBRIC = 'rubrics/base.yml';
const LEXICONS = 'rubrics/lexicons/';

/**
 * The rubric that ships with the package, read from the disk; `root` is the package's folder.
 * @throws ShowworkError RUBRIC_INVALID, with file, line, column and what was expected for each problem.
 */
export function readBuiltinRubric(root = PACKAGE_ROOT): Rubric {
  const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
  const lexicons = readdirSync(new URL(LEXICONS, root))
    .filter(name => name.endsWith('.yml'))
    .sort()
    .map(name => ({ fileName: `${LEXICONS}${name}`, text: read(`${LEXICONS}${name}`) }));
  const loaded = loadRubric(read(RUBRIC), RUBRIC, lexicons);
  if (loaded.ok) return loaded.rubric;
  const problems = loaded.problems.map(
    ({ file, line, column, message, expected }) =>
      `${file}:${line}:${column} ${message} Expected: ${expected}`,
  );
  throw new ShowworkError('RUBRIC_INVALID', problems.join('\n'));
}
