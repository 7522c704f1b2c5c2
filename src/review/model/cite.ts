import { fits, toRanges } from '../choose-evidence.ts';
import type { ObservedBlock } from '../observe.ts';
import type { Evidence } from '../report.ts';
import type { ScoredBlock } from '../score-criterion.ts';
import type { Opinion, ScoredPassage } from './score.ts';

/** Of a long passage only its most telling lines are shown. */
const MAX_PASSAGE_LINES = 6;
/** A further passage is shown where it is at most this far behind the best, in log odds and points. */
const CLOSE_BEHIND = 3;
const MAX_PASSAGES = 3;
/** More points of the signals than this say nothing more for a passage. */
const MOST_POINTS = 3;

type PointsOf = (block: ObservedBlock) => number;

/**
 * The passages that carry a verdict, best first while they are close to the best, as line ranges in the order of the
 * README. Model and signals both speak for a passage; in a long one the signals' points choose the lines.
 */
export function cite(
  { passages }: Opinion,
  level: 'thin' | 'present',
  bySignals: readonly ScoredBlock[],
): readonly Evidence[] {
  const pointsOf = pointsBy(bySignals);
  const ranked = rank(passages, level, pointsOf);
  const best = ranked[0]?.worth ?? 0;
  const chosen: ScoredBlock[] = [];
  for (const passage of ranked.slice(0, MAX_PASSAGES)) {
    if (passage.worth < best - CLOSE_BEHIND) break;
    const next = tellingPart(passage.blocks, pointsOf).map(block => ({ block, points: 0 }));
    if (fits(toRanges([...chosen, ...next]))) chosen.push(...next);
  }
  return toRanges(chosen);
}

/** The most telling lines of the passages that come nearest, best first, however far they are from carrying a verdict. */
export function nearestParts(
  { passages }: Opinion,
  level: 'thin' | 'present',
  bySignals: readonly ScoredBlock[],
): readonly (readonly ObservedBlock[])[] {
  const pointsOf = pointsBy(bySignals);
  const nearest = rank(passages, level, pointsOf).slice(0, MAX_PASSAGES);
  return nearest.map(({ blocks }) => tellingPart(blocks, pointsOf));
}

/** In log odds and points, the best first. */
function rank(passages: readonly ScoredPassage[], level: 'thin' | 'present', pointsOf: PointsOf) {
  const worth = (scored: ScoredPassage): number =>
    scored[level] + Math.min(MOST_POINTS, Math.max(0, ...scored.passage.blocks.map(pointsOf)));
  return passages
    .map(scored => ({ blocks: scored.passage.blocks, worth: worth(scored) }))
    .sort((a, b) => b.worth - a.worth || a.blocks[0].index - b.blocks[0].index);
}

function pointsBy(bySignals: readonly ScoredBlock[]): PointsOf {
  const points = new Map(bySignals.map(scored => [scored.block.index, scored.points]));
  return ({ index }) => points.get(index) ?? 0;
}

/**
 * The run of blocks within the limit that has most points, the first of equals; one block is always there. Linear where
 * blocks do not overlap: a block that stands on the line of the one before it begins no run with more points.
 */
function tellingPart(blocks: readonly ObservedBlock[], pointsOf: PointsOf): readonly ObservedBlock[] {
  let telling: readonly ObservedBlock[] = blocks.slice(0, 1);
  let most = -1;
  for (const [start, block] of blocks.entries()) {
    const { startLine, endLine } = block.range;
    const isInRunBefore = startLine === blocks[start - 1]?.range.startLine;
    if (isInRunBefore && endLine - startLine < MAX_PASSAGE_LINES) continue;
    const run = runFrom(blocks, start);
    const sum = run.reduce((total, each) => total + pointsOf(each), 0);
    if (sum > most) [telling, most] = [run, sum];
  }
  return telling;
}

/** The block at `start` and those behind it that end within the limit; blocks are in the order of their first lines. */
function runFrom(blocks: readonly ObservedBlock[], start: number): readonly ObservedBlock[] {
  const run = blocks.slice(start, start + 1);
  const first = run[0]?.range.startLine ?? 0;
  for (let at = start + 1; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined || block.range.startLine - first >= MAX_PASSAGE_LINES) break;
    if (block.range.endLine - first < MAX_PASSAGE_LINES) run.push(block);
  }
  return run;
}
