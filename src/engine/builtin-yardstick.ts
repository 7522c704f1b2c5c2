import { readBuiltinModel } from './builtin-model.ts';
import { readBuiltinRubrics } from './builtin-rubric.ts';
import { readEngineVersion } from './engine-version.ts';
import type { Yardstick } from './yardstick.ts';

/**
 * What READMEs are judged by where nobody says otherwise: the rubrics and the model that ship.
 * @throws ShowworkError RUBRIC_INVALID
 */
export function readBuiltinYardstick(): Yardstick {
  return { rubrics: readBuiltinRubrics(), engineVersion: readEngineVersion(), model: readBuiltinModel() };
}
