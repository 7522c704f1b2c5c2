/** How well judged levels agree with labelled ones, for one criterion. */
import type { Level } from '../corpus/labels.ts';

export interface Pair {
  readonly labelled: Level;
  readonly judged: Level;
}

const LEVELS = [0, 1, 2] as const;

/** Share of pairs with the same level; NaN for no pairs. */
export function exactAgreement(pairs: readonly Pair[]): number {
  return share(pairs, pair => pair.labelled === pair.judged);
}

/** Share of pairs with opposite verdicts (missing against present); NaN for no pairs. */
export function oppositeShare(pairs: readonly Pair[]): number {
  return share(pairs, pair => Math.abs(pair.labelled - pair.judged) === 2);
}

/**
 * Cohen's kappa with quadratic weights: 1 for full agreement, 0 for what chance gives, below 0 for worse.
 * NaN where chance leaves nothing to disagree about (one level only, on both sides).
 */
export function quadraticKappa(pairs: readonly Pair[]): number {
  let observed = 0;
  let expected = 0;
  for (const labelled of LEVELS) {
    for (const judged of LEVELS) {
      const weight = (labelled - judged) ** 2;
      const both = pairs.filter(pair => pair.labelled === labelled && pair.judged === judged).length;
      const rows = pairs.filter(pair => pair.labelled === labelled).length;
      const columns = pairs.filter(pair => pair.judged === judged).length;
      observed += weight * both;
      expected += (weight * rows * columns) / pairs.length;
    }
  }
  return expected === 0 ? Number.NaN : 1 - observed / expected;
}

function share<T>(items: readonly T[], counts: (item: T) => boolean): number {
  return items.length === 0 ? Number.NaN : items.filter(counts).length / items.length;
}
