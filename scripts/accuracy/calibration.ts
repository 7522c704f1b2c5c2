/** How far the model's probabilities can be believed: of all it calls 70 % sure, seven in ten should be so. */

/** One answer of the model: the probability it gave, and whether the label agrees. */
export interface Chance {
  /** 0 to 1. */
  readonly said: number;
  readonly happened: boolean;
}

export interface Bin {
  /** Lower and upper bound of the probabilities in it; the last bin includes 1. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean of what was said, and the share that happened; NaN where the bin is empty. */
  readonly said: number;
  readonly happened: number;
}

const BINS = 5;

/** Bins of equal width from 0 to 1. */
export function calibrationBins(chances: readonly Chance[]): readonly Bin[] {
  return Array.from({ length: BINS }, (_, index) => {
    const members = chances.filter(({ said }) => Math.min(BINS - 1, Math.floor(said * BINS)) === index);
    const count = members.length;
    return {
      from: index / BINS,
      to: (index + 1) / BINS,
      count,
      said: members.reduce((sum, { said }) => sum + said, 0) / count,
      happened: members.filter(({ happened }) => happened).length / count,
    };
  });
}

/** Mean distance between what was said and what happened, weighted by how often (expected calibration error). */
export function calibrationError(chances: readonly Chance[]): number {
  return calibrationBins(chances)
    .filter(({ count }) => count > 0)
    .reduce(
      (sum, { count, said, happened }) => sum + (count / chances.length) * Math.abs(said - happened),
      0,
    );
}
