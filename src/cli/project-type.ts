import { readBuiltinRubric } from '../engine/builtin-rubric.ts';
import { nearest } from '../rubric/nearest.ts';

/** Why `--type` cannot take this, with the known types and the nearest one; null for a project type of the rubric. */
export function typeProblem(written: string): string | null {
  const known = readBuiltinRubric().projectTypes.map(({ id }) => id);
  if (known.includes(written)) return null;
  const guess = nearest(written, known);
  const question = guess === null ? '' : ` Did you mean ${guess}?`;
  return `${question} Known types: ${known.join(', ')}.`.trim();
}
