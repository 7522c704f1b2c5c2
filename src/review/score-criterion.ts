import { USES_ITS_WORDS } from '../rubric/names.ts';
import type { Criterion } from '../rubric/rubric.ts';
import type { ObservedBlock } from './observe.ts';
import type { Verdict } from './report.ts';

/**
 * Points at which a criterion is thin, and present: the levels 1 and 2 of the labelling guide. Thin begins a little below
 * its level, because nothing is worse than telling someone that they left out what they wrote.
 */
export const THIN = 0.9;
export const PRESENT = 2;

/** The name of the text under the title in `near` and `elsewhere`. */
const LEAD = 'lead';

export interface ScoredBlock {
  readonly block: ObservedBlock;
  readonly points: number;
}

export interface CriterionScore {
  readonly criterion: Criterion;
  readonly points: number;
  readonly verdict: Verdict;
  /** The blocks that would make it present under other headings, the strongest first; none where it is, or would not be. */
  readonly atBest: readonly ScoredBlock[];
  /** Blocks that carry points, the strongest first. */
  readonly blocks: readonly ScoredBlock[];
}

/** What the signals make of every criterion, by its id. */
export function scoreCriteria(
  criteria: readonly Criterion[],
  blocks: readonly ObservedBlock[],
): ReadonlyMap<string, CriterionScore> {
  return new Map(criteria.map(criterion => [criterion.id, scoreCriterion(criterion, blocks)]));
}

export function scoreCriterion(criterion: Criterion, blocks: readonly ObservedBlock[]): CriterionScore {
  const scored = blocks
    .map(block => ({ block, points: pointsOf(criterion, block) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || a.block.index - b.block.index);
  const points = pool(scored, criterion.carry);
  const carried = carries(criterion, scored);
  const verdict = verdictOf(points, carried);
  const atBest = verdict === 'present' ? [] : underBestHeadings(criterion, blocks);
  return {
    criterion,
    points,
    verdict: verdict === 'missing' && atBest.length > 0 ? 'not-assessed' : verdict,
    atBest,
    blocks: scored,
  };
}

/**
 * The blocks of prose that is present under the headings that suit it best. It is not for its headings to make it
 * missing: an author may have put it elsewhere, or called it something else.
 */
function underBestHeadings(criterion: Criterion, blocks: readonly ObservedBlock[]): readonly ScoredBlock[] {
  const scored = blocks
    .map(block => ({ block, points: mostPointsOf(criterion, block) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || a.block.index - b.block.index);
  const verdict = verdictOf(pool(scored, criterion.carry), carries(criterion, scored));
  return verdict === 'present' ? scored : [];
}

function carries({ presentNeeds }: Criterion, scored: readonly ScoredBlock[]): boolean {
  return scored.some(({ block }) => block.signals.some(signal => presentNeeds.includes(signal)));
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

/** A block with one of the criterion's words earns as one of its section, wherever it stands. Names in a row earn nothing. */
export function pointsOf(criterion: Criterion, block: ObservedBlock): number {
  const { anywhere, inSection, isAbout } = worthOf(criterion, block);
  if (block.headedBy.has(criterion.id)) return Math.max(0, inSection);
  const places = placesOf(block);
  const near = Math.max(0, ...places.map(place => criterion.near[place] ?? 0));
  if (near > 0) return Math.max(0, inSection) * near;
  const elsewhere = Math.min(1, ...places.map(place => criterion.elsewhere[place] ?? 1));
  return Math.max(0, isAbout ? inSection : anywhere) * elsewhere;
}

/** The points of a block under the headings that suit it best. */
function mostPointsOf(criterion: Criterion, block: ObservedBlock): number {
  const { anywhere, inSection, isAbout } = worthOf(criterion, block);
  if (hasWords(criterion) && !isAbout) return 0;
  return Math.max(0, anywhere, inSection);
}

/** Only a criterion that was added has words of its own; without one of them, any passage would do under its heading. */
function hasWords({ words }: Criterion): boolean {
  return Object.values(words).some(phrases => phrases.length > 0);
}

function worthOf(criterion: Criterion, block: ObservedBlock) {
  const isAbout = block.about.has(criterion.id);
  let anywhere = 0;
  let inSection = 0;
  if (block.text.isKeywords) return { anywhere, inSection, isAbout };
  for (const signal of [...block.signals, ...(isAbout ? ([USES_ITS_WORDS] as const) : [])]) {
    const worth = criterion.signals[signal];
    anywhere += worth?.anywhere ?? 0;
    inSection += worth?.inSection ?? 0;
  }
  return { anywhere, inSection, isAbout };
}

/** What a rubric may call the places a block stands in: zones, other criteria's sections, the text under the title. */
function placesOf(block: ObservedBlock): readonly string[] {
  return [...block.headedBy, ...(block.zone === null ? [] : [block.zone]), ...(block.lead ? [LEAD] : [])];
}

function verdictOf(points: number, carried: boolean): Verdict {
  if (points >= PRESENT && carried) return 'present';
  return points >= THIN ? 'thin' : 'missing';
}
