import type { CriterionScore } from '../score-criterion.ts';
import type { Passage } from './passages.ts';

/** More points than this say nothing more. */
const MOST_POINTS = 3;

/** The signals' points for one passage: its best block's. By criterion id; criteria without points are left out. */
export type PassagePoints = ReadonlyMap<string, { readonly share: number; readonly level: number }>;

/** `share` is 0 to 1 of the most points that count; `level` the whole points: 1 stands for thin, 2 for present. */
export function pointsOf(
  passages: readonly Passage[],
  scores: ReadonlyMap<string, CriterionScore>,
): readonly PassagePoints[] {
  const byBlock = [...scores].map(
    ([id, { blocks }]) => [id, new Map(blocks.map(({ block, points }) => [block.index, points]))] as const,
  );
  return passages.map(({ blocks }) => {
    const points = new Map<string, { share: number; level: number }>();
    for (const [id, scored] of byBlock) {
      const best = Math.max(0, ...blocks.map(({ index }) => scored.get(index) ?? 0));
      if (best > 0)
        points.set(id, { share: Math.min(best, MOST_POINTS) / MOST_POINTS, level: Math.floor(best) });
    }
    return points;
  });
}
