import { readdirSync, readFileSync } from 'node:fs';
import { loadRubric } from '../../src/rubric/load-rubric.ts';
import type { Rubric } from '../../src/rubric/rubric.ts';

const RUBRICS = new URL('../../rubrics/', import.meta.url);

/** The rubric that ships, read as the engine reads it; with some of its lexicons where these are named. */
export function baseRubric(languages?: readonly string[]): Rubric {
  const lexicons = readdirSync(new URL('lexicons/', RUBRICS))
    .sort()
    .filter(name => languages === undefined || languages.includes(name.replace('.yml', '')))
    .map(name => ({
      fileName: `rubrics/lexicons/${name}`,
      text: readFileSync(new URL(`lexicons/${name}`, RUBRICS), 'utf8'),
    }));
  const loaded = loadRubric(readFileSync(new URL('base.yml', RUBRICS), 'utf8'), 'rubrics/base.yml', lexicons);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 2));
  return loaded.rubric;
}
