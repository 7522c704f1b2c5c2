import { type LoadedRubric, loadRubric, type YamlFile } from './load-rubric.ts';
import { loadRubricLayer } from './load-rubric-layer.ts';
import type { Rubric } from './rubric.ts';

/** Keys at the top of a file: what only a rubric that stands on nothing has, and what only one on top of another has. */
const WHOLE = /^projectTypes\s*:/m;
const LAYER = /^extends\s*:/m;

/**
 * Reads a rubric file of either kind. One that stands on another is the common case, and is what a file is held for
 * that does not say.
 */
export function loadAnyRubric(
  { text, fileName }: YamlFile,
  known: readonly Rubric[],
  lexicons: readonly YamlFile[],
): LoadedRubric {
  if (WHOLE.test(text) && !LAYER.test(text)) return loadRubric(text, fileName, lexicons);
  return loadRubricLayer(text, fileName, known);
}
