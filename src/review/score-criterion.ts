import { type POINT_NAMES, USES_ITS_WORDS } from '../rubric/names.ts';
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

/** A block with points, and what gave them: its points are `share` × the sum of what the signals are worth. */
export interface EarningBlock extends ScoredBlock, Earnings {}

interface Earnings {
  /** Each signal that counts for the criterion, with what it is worth where the block stands. */
  readonly signals: readonly { readonly name: (typeof POINT_NAMES)[number]; readonly worth: number }[];
  /** 0 to 1: how much of it counts in this place. */
  readonly share: number;
}

const NOTHING: Earnings = { signals: [], share: 0 };

export interface CriterionScore {
  readonly criterion: Criterion;
  readonly points: number;
  readonly verdict: Verdict;
  /** The blocks that would make it present under other headings, the strongest first; none where it is, or would not be. */
  readonly atBest: readonly ScoredBlock[];
  /** Blocks that carry points, the strongest first. */
  readonly blocks: readonly EarningBlock[];
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
    .flatMap(block => earningBlock(criterion, block))
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

/** The block with what it earns; nothing where it earns nothing. */
function earningBlock(criterion: Criterion, block: ObservedBlock): readonly EarningBlock[] {
  const { signals, share } = earningsOf(criterion, block);
  const points = sumOf({ signals, share });
  return points > 0 ? [{ block, points, signals, share }] : [];
}

/** Whether the prose is present by the signals, be it under other headings than it has. */
export function couldBePresent({ verdict, atBest }: CriterionScore): boolean {
  return verdict === 'present' || atBest.length > 0;
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

/** What a block earns where it stands. */
export function pointsOf(criterion: Criterion, block: ObservedBlock): number {
  return sumOf(earningsOf(criterion, block));
}

function sumOf({ signals, share }: Earnings): number {
  const sum = signals.reduce((total, { worth }) => total + worth, 0);
  return Math.max(0, sum) * share;
}

/** A block with one of the criterion's words earns as one of its section, wherever it stands. */
function earningsOf(criterion: Criterion, block: ObservedBlock): Earnings {
  const earners = earnersOf(criterion, block);
  if (earners.length === 0) return NOTHING;
  const { column, share } = standingOf(criterion, block);
  const signals: { name: (typeof POINT_NAMES)[number]; worth: number }[] = [];
  for (const name of earners) {
    const worth = criterion.signals[name]?.[column] ?? 0;
    if (worth !== 0) signals.push({ name, worth });
  }
  return { signals, share };
}

/** The points of a block under the headings that suit it best. */
function mostPointsOf(criterion: Criterion, block: ObservedBlock): number {
  if (hasWords(criterion) && !block.about.has(criterion.id)) return 0;
  const worthIn = (column: 'inSection' | 'anywhere'): number =>
    earnersOf(criterion, block).reduce((sum, name) => sum + (criterion.signals[name]?.[column] ?? 0), 0);
  return Math.max(0, worthIn('anywhere'), worthIn('inSection'));
}

/** Only a criterion that was added has words of its own; without one of them, any passage would do under its heading. */
function hasWords({ words }: Criterion): boolean {
  return Object.values(words).some(phrases => phrases.length > 0);
}

/** Names in a row earn nothing: a bare list says that a thing exists and nothing about it. */
function earnersOf(
  { id }: Criterion,
  { text, signals, about }: ObservedBlock,
): readonly (keyof Criterion['signals'])[] {
  if (text.isKeywords) return [];
  return about.has(id) ? [...signals, USES_ITS_WORDS] : signals;
}

/** Where a block stands decides which of a signal's two worths counts, and how much of it. */
function standingOf(
  criterion: Criterion,
  block: ObservedBlock,
): { column: 'inSection' | 'anywhere'; share: number } {
  if (block.headedBy.has(criterion.id)) return { column: 'inSection', share: 1 };
  const places = placesOf(block);
  const near = Math.max(0, ...places.map(place => criterion.near[place] ?? 0));
  if (near > 0) return { column: 'inSection', share: near };
  const elsewhere = Math.min(1, ...places.map(place => criterion.elsewhere[place] ?? 1));
  return { column: block.about.has(criterion.id) ? 'inSection' : 'anywhere', share: elsewhere };
}

/** What a rubric may call the places a block stands in: zones, other criteria's sections, the text under the title. */
function placesOf(block: ObservedBlock): readonly string[] {
  return [...block.headedBy, ...(block.zone === null ? [] : [block.zone]), ...(block.lead ? [LEAD] : [])];
}

function verdictOf(points: number, carried: boolean): Verdict {
  if (points >= PRESENT && carried) return 'present';
  return points >= THIN ? 'thin' : 'missing';
}
