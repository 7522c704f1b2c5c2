import { beginningOf } from '../readme/beginning-of.ts';
import type { Evidence } from './report.ts';
import { type CriterionScore, PRESENT, pool, type ScoredBlock, THIN } from './score-criterion.ts';

/** At most this many ranges and lines per criterion: a reader checks them in seconds (docs: PRODUCT, Verdicts). */
export const MAX_RANGES = 3;
export const MAX_LINES = 20;
/** A quote beyond this is reading, not proof. Characters. */
const MAX_QUOTE = 400;

/** How much the company of other telling blocks in its section speaks for a block, and up to how many points. */
const COMPANY_SHARE = 0.3;
const MAX_COMPANY = 4;
/** What is present is shown by two blocks where two are worth it: a sceptic looks for a second place. */
const MIN_WITNESSES = 2;

/**
 * The fewest passages that reach the verdict, as merged line ranges in the order of the README. First come blocks that
 * carry what a present criterion cannot do without, that stand in its section, and that have others beside them: a
 * passage convinces, a stray line does not.
 */
export function chooseEvidence(score: CriterionScore): readonly Evidence[] {
  if (score.verdict !== 'present' && score.verdict !== 'thin') return [];
  const { criterion } = score;
  const enough = score.verdict === 'present' ? PRESENT : THIN;
  const witnesses = score.verdict === 'present' ? MIN_WITNESSES : 1;
  const chosen: ScoredBlock[] = [];
  for (const scored of rank(score)) {
    const reached = pool(chosen, criterion.carry) >= enough;
    if (reached && (chosen.length >= witnesses || scored.points < THIN)) break;
    if (fits(toRanges([...chosen, scored]))) chosen.push(scored);
  }
  return toRanges(chosen);
}

function rank({ criterion, blocks }: CriterionScore): readonly ScoredBlock[] {
  const bySection = new Map<number, number>();
  for (const { block, points } of blocks) {
    bySection.set(block.section, (bySection.get(block.section) ?? 0) + points);
  }
  const worth = ({ block, points }: ScoredBlock): number => {
    const company = Math.min(MAX_COMPANY, (bySection.get(block.section) ?? 0) - points);
    const carries = block.signals.some(signal => criterion.presentNeeds.includes(signal)) ? 1 : 0;
    const place = block.headedBy.has(criterion.id) ? 1 : block.zone === null ? 0 : -1;
    return points + COMPANY_SHARE * company + carries + place;
  };
  return [...blocks].sort((a, b) => worth(b) - worth(a) || a.block.index - b.block.index);
}

/** Whether a reader would check so much. */
export function fits(ranges: readonly Evidence[]): boolean {
  const lines = ranges.reduce((sum, { startLine, endLine }) => sum + endLine - startLine + 1, 0);
  return ranges.length <= MAX_RANGES && lines <= MAX_LINES;
}

/** Blocks that follow each other become one range; a block too long for the limit keeps its first lines. */
export function toRanges(chosen: readonly ScoredBlock[]): readonly Evidence[] {
  const ranges: { startLine: number; endLine: number; quote: string; signals: Set<string>; last: number }[] =
    [];
  for (const { block } of [...chosen].sort((a, b) => a.block.index - b.block.index)) {
    const { startLine } = block.range;
    const endLine = Math.min(block.range.endLine, startLine + MAX_LINES - 1);
    const previous = ranges.at(-1);
    if (previous !== undefined && (previous.last + 1 === block.index || startLine <= previous.endLine)) {
      previous.endLine = Math.max(previous.endLine, endLine);
      previous.quote = `${previous.quote}\n${block.text.text}`;
      for (const signal of block.signals) previous.signals.add(signal);
      previous.last = block.index;
      continue;
    }
    const { text } = block.text;
    ranges.push({ startLine, endLine, quote: text, signals: new Set(block.signals), last: block.index });
  }
  return ranges.map(({ startLine, endLine, quote, signals }) => ({
    startLine,
    endLine,
    quote: beginningOf(quote, MAX_QUOTE),
    signals: [...signals].sort(),
  }));
}
