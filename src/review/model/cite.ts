import { fits, toRanges } from '../choose-evidence.ts';
import type { ObservedBlock } from '../observe.ts';
import type { Evidence } from '../report.ts';
import type { ScoredBlock } from '../score-criterion.ts';
import type { Opinion, ScoredPassage } from './score.ts';

/** Of a long passage only its most telling lines are shown. */
const MAX_PASSAGE_LINES = 8;
/** A further passage is shown where its score is at most this far behind the best. */
const CLOSE_BEHIND = 1.5;
const MAX_PASSAGES = 3;

/**
 * The passages that carry a verdict, best first while they are close to the best, as line ranges in the order of the
 * README. In a long passage the signals' points choose the lines.
 */
export function cite(
  { passages }: Opinion,
  level: 'thin' | 'present',
  bySignals: readonly ScoredBlock[],
): readonly Evidence[] {
  const points = new Map(bySignals.map(scored => [scored.block.index, scored.points]));
  const ranked = [...passages].sort((a, b) => b[level] - a[level] || startOf(a) - startOf(b));
  const best = ranked[0]?.[level] ?? 0;
  const chosen: ScoredBlock[] = [];
  for (const passage of ranked.slice(0, MAX_PASSAGES)) {
    if (passage[level] < best - CLOSE_BEHIND) break;
    const next = tellingPart(passage.passage.blocks, points).map(block => ({ block, points: 0 }));
    if (fits(toRanges([...chosen, ...next]))) chosen.push(...next);
  }
  return toRanges(chosen);
}

function startOf({ passage }: ScoredPassage): number {
  return passage.blocks[0].index;
}

/** The run of blocks within the limit that has most points, the first of equals; one block is always there. */
function tellingPart(
  blocks: readonly ObservedBlock[],
  points: ReadonlyMap<number, number>,
): readonly ObservedBlock[] {
  let telling = blocks.slice(0, 1);
  let most = -1;
  for (let start = 0; start < blocks.length; start += 1) {
    const first = blocks[start]?.range.startLine ?? 0;
    const run = blocks
      .slice(start)
      .filter(({ range }, offset) => offset === 0 || range.endLine - first < MAX_PASSAGE_LINES);
    const sum = run.reduce((total, { index }) => total + (points.get(index) ?? 0), 0);
    if (sum > most) [telling, most] = [run, sum];
  }
  return telling;
}
