import type { BlockExplanation, SignalsExplanation } from './explanation.ts';
import { firstWords } from './first-words.ts';
import { type CriterionScore, PRESENT, THIN } from './score-criterion.ts';

const MAX_BLOCKS = 3;

/** Which blocks have points, which signals gave them, and what the rubric makes of it. */
export function explainSignals({ criterion, points, verdict, blocks }: CriterionScore): SignalsExplanation {
  const { presentNeeds, carry } = criterion;
  const seen = new Set(blocks.flatMap(({ block }) => block.signals));
  return {
    verdict,
    points,
    thinFrom: THIN,
    presentFrom: PRESENT,
    presentNeeds,
    presentHas: presentNeeds.filter(signal => seen.has(signal)),
    blocks: blocks.slice(0, MAX_BLOCKS).map(
      ({ block, signals, share, points: own }, rank): BlockExplanation => ({
        startLine: block.range.startLine,
        endLine: block.range.endLine,
        quote: firstWords([block]),
        points: own,
        counts: own * carry ** rank,
        share,
        signals: [...signals].sort((a, b) => b.worth - a.worth),
      }),
    ),
    blockCount: blocks.length,
  };
}
