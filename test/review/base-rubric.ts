import { readdirSync, readFileSync } from 'node:fs';
import { loadRubric } from '../../src/rubric/load-rubric.ts';
import type { Rubric } from '../../src/rubric/rubric.ts';

const RUBRICS = new URL('../../rubrics/', import.meta.url);

/** The rubric that ships, read as the engine reads it. */
export function baseRubric(): Rubric {
  const lexicons = readdirSync(new URL('lexicons/', RUBRICS))
    .sort()
    .map(name => ({
      fileName: `rubrics/lexicons/${name}`,
      text: readFileSync(new URL(`lexicons/${name}`, RUBRICS), 'utf8'),
    }));
  const loaded = loadRubric(readFileSync(new URL('base.yml', RUBRICS), 'utf8'), 'rubrics/base.yml', lexicons);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 2));
  return loaded.rubric;
}
