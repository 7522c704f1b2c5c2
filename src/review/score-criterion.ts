import type { Criterion } from '../rubric/rubric.ts';
import type { ObservedBlock } from './observe.ts';
import type { Verdict } from './report.ts';

/** Points at which a criterion is thin, and present: the levels 1 and 2 of the labelling guide. */
export const THIN = 1;
export const PRESENT = 2;

/** The name of the text under the title in `elsewhere`. */
const LEAD = 'lead';

export interface ScoredBlock {
  readonly block: ObservedBlock;
  readonly points: number;
}

export interface CriterionScore {
  readonly points: number;
  readonly verdict: Verdict;
  /** Blocks that carry points, the strongest first. */
  readonly blocks: readonly ScoredBlock[];
}

export function scoreCriterion(criterion: Criterion, blocks: readonly ObservedBlock[]): CriterionScore {
  const scored = blocks
    .map(block => ({ block, points: pointsOf(criterion, block) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || a.block.index - b.block.index);
  const points = pool(scored, criterion.carry);
  const carried = scored.some(({ block }) =>
    block.signals.some(signal => criterion.presentNeeds.includes(signal)),
  );
  return { points, verdict: verdictOf(points, carried), blocks: scored };
}

/** The best block counts whole, each further one `carry` times as much as the one before. */
export function pool(scored: readonly ScoredBlock[], carry: number): number {
  let total = 0;
  let share = 1;
  for (const { points } of scored) {
    total += points * share;
    share *= carry;
  }
  return total;
}

function pointsOf(criterion: Criterion, block: ObservedBlock): number {
  const inSection = block.headedBy.has(criterion.id) || (criterion.leads && block.lead);
  let points = 0;
  for (const signal of block.signals) {
    const worth = criterion.signals[signal];
    if (worth !== undefined) points += inSection ? worth.inSection : worth.anywhere;
  }
  return points <= 0 ? 0 : points * (inSection ? 1 : shareElsewhere(criterion, block));
}

/** What is left of the points in a place that speaks of something else: the smallest share of those that apply. */
function shareElsewhere(criterion: Criterion, block: ObservedBlock): number {
  const places = [
    ...block.headedBy,
    ...(block.zone === null ? [] : [block.zone]),
    ...(block.lead ? [LEAD] : []),
  ];
  return Math.min(1, ...places.map(place => criterion.elsewhere[place] ?? 1));
}

function verdictOf(points: number, carried: boolean): Verdict {
  if (points >= PRESENT && carried) return 'present';
  return points >= THIN ? 'thin' : 'missing';
}
