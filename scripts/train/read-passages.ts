/**
 * Passages that were written for the model (`models/passages/*.yml`): what a criterion looks like at each of its levels,
 * in more voices and on more subjects than the labelled READMEs have.
 */
import { z } from 'zod';
import { readOutline } from '../../src/readme/read-outline.ts';
import type { Features } from '../../src/review/model/features.ts';
import { COUNTED_CRITERIA, type CriterionId, Level } from '../corpus/labels.ts';
import { readWritten } from './read-written.ts';
import { readForModel, type Teaching } from './teaching.ts';

const WrittenPassage = z.strictObject({
  /** The headings above it, the README's title first. */
  under: z.array(z.coerce.string()).max(5),
  /** The level of each criterion if this were all that a README said; 0 where it is not named. */
  shows: z.partialRecord(z.enum(COUNTED_CRITERIA), Level),
  text: z.string().min(1),
});

/** A passage and the level that it has by itself. */
export interface PassageWithLevels {
  readonly levels: ReadonlyMap<CriterionId, Level>;
  readonly features: Features;
}

/** A text that the engine cuts into several passages teaches by each of them, and its title by none. */
export function readPassages(teaching: Teaching): PassageWithLevels[] {
  return readWritten('passages', WrittenPassage).flatMap(({ under, shows, text }) => {
    const headings = under.map((title, depth) => `${'#'.repeat(depth + 1)} ${title}\n\n`);
    const outline = readOutline(`${headings.join('')}${text}\n`);
    const levels = new Map(COUNTED_CRITERIA.map(id => [id, shows[id] ?? 0] as const));
    return readForModel(outline, teaching)
      .passages.filter(({ passage }) => !passage.blocks.some(({ isTitle }) => isTitle))
      .map(({ features }) => ({ levels, features }));
  });
}
