import type { Outline } from '../readme/outline.ts';
import type { Rubric } from '../rubric/rubric.ts';
import type { ObservedBlock } from './observe.ts';
import { PORTFOLIO_TYPE, portfolioNotes } from './portfolio.ts';
import { OTHER_TYPE } from './project-type/detect-type.ts';
import type { Finding } from './report.ts';

interface Readme {
  readonly outline: Outline;
  readonly blocks: readonly ObservedBlock[];
  readonly rubric: Rubric;
}

/**
 * What is said instead of remarks on the criteria where these are the wrong yardstick: one neutral sentence for
 * `other`, remarks on its entries for an index of projects. Null for all other types.
 */
export function notesOnType(type: string, { outline, blocks, rubric }: Readme): readonly Finding[] | null {
  if (type === OTHER_TYPE) return [{ kind: 'informative', code: 'type-other', ...rubric.otherType }];
  if (type === PORTFOLIO_TYPE) return portfolioNotes(outline, blocks, rubric);
  return null;
}
