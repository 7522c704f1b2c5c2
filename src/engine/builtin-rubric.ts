import { readdirSync, readFileSync } from 'node:fs';
import { ShowworkError } from '../errors.ts';
import { loadRubric } from '../rubric/load-rubric.ts';
import type { Rubric } from '../rubric/rubric.ts';
import { PACKAGE_ROOT } from './package-root.ts';

const RUBRIC = 'rubrics/base.yml';
const LEXICONS = 'rubrics/lexicons/';

/**
 * The rubric that ships with the package, read from disk.
 * @throws ShowworkError RUBRIC_INVALID, with file, line, column and what was expected for each problem.
 */
export function readBuiltinRubric(): Rubric {
  const lexicons = readdirSync(new URL(LEXICONS, PACKAGE_ROOT))
    .filter(name => name.endsWith('.yml'))
    .sort()
    .map(name => ({ fileName: `${LEXICONS}${name}`, text: readText(`${LEXICONS}${name}`) }));
  const loaded = loadRubric(readText(RUBRIC), RUBRIC, lexicons);
  if (loaded.ok) return loaded.rubric;
  const problems = loaded.problems.map(
    ({ file, line, column, message, expected }) =>
      `${file}:${line}:${column} ${message} Expected: ${expected}`,
  );
  throw new ShowworkError('RUBRIC_INVALID', problems.join('\n'));
}

function readText(path: string): string {
  return readFileSync(new URL(path, PACKAGE_ROOT), 'utf8');
}
