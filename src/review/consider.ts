import { resolveName } from '../rubric/resolve-name.ts';
import type { Criterion } from '../rubric/rubric.ts';
import { MAX_LINES, MAX_RANGES } from './choose-evidence.ts';
import { examine, type ReviewInput } from './examine.ts';
import { decide } from './judge.ts';
import { nearestParts } from './model/cite.ts';
import type { ObservedBlock } from './observe.ts';
import type { LineRange } from './report.ts';

/** How one criterion was looked for in one README. */
export interface Consideration {
  /** As the rubric in force for the README's project type has it. */
  readonly criterion: Criterion;
  /** The lines that came nearest, best first, whatever the verdict; at most `MAX_RANGES` of at most `MAX_LINES` each. */
  readonly considered: readonly LineRange[];
}

/**
 * Which lines came nearest to a criterion, named by its id or by what somebody calls it. Null where the README's rubric
 * has none of that name, or the language is not read.
 */
export function consider(input: ReviewInput, name: string): Consideration | null {
  const examined = examine(input);
  if (examined === null) return null;
  const { rubric, scores, opinions, flags } = examined;
  const score = scores.get(resolveName(name, rubric.criteria) ?? '');
  if (score === undefined) return null;
  const { criterion, blocks, atBest } = score;
  const opinion = opinions.get(criterion.id);
  const { read } = decide({ score, opinion, flags });
  const level = read === 'thin' || read === 'present' ? 'present' : 'thin';
  const nearest: readonly (readonly ObservedBlock[])[] =
    opinion === undefined
      ? (blocks.length > 0 ? blocks : atBest).map(({ block }) => [block])
      : nearestParts(opinion, level, blocks);
  return { criterion, considered: distinct(nearest.flatMap(rangeOf)).slice(0, MAX_RANGES) };
}

function rangeOf(blocks: readonly ObservedBlock[]): readonly LineRange[] {
  const [first] = blocks;
  if (first === undefined) return [];
  const { startLine } = first.range;
  const endLine = blocks.reduce((last, { range }) => Math.max(last, range.endLine), startLine);
  return [{ startLine, endLine: Math.min(endLine, startLine + MAX_LINES - 1) }];
}

/** Several passages may stand on one line. */
function distinct(ranges: readonly LineRange[]): readonly LineRange[] {
  const byLines = new Map(ranges.map(range => [`${range.startLine}-${range.endLine}`, range]));
  return [...byLines.values()];
}
