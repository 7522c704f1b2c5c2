import { InvalidArgumentError } from 'commander';
import { readBuiltinRubric } from '../engine/builtin-rubric.ts';
import { nearest } from '../rubric/nearest.ts';

/**
 * A project type of the rubric, as `--type` takes it.
 * @throws InvalidArgumentError with the known types and the nearest one.
 */
export function parseProjectType(written: string): string {
  const known = readBuiltinRubric().projectTypes.map(({ id }) => id);
  if (known.includes(written)) return written;
  const guess = nearest(written, known);
  const question = guess === null ? '' : ` Did you mean ${guess}?`;
  throw new InvalidArgumentError(`${question} Known types: ${known.join(', ')}.`.trim());
}
