/** Timing in rounds: every candidate once a round, in turn, so that a machine that slows down slows all of them. */

export interface Candidate {
  readonly name: string;
  readonly run: () => void | Promise<void>;
}

export interface Timing {
  readonly name: string;
  /** Milliseconds per round. */
  readonly median: number;
  readonly fastest: number;
  /** Median of the ratios to the first candidate, round by round. */
  readonly ratio: number;
}

/** Enough for what is measured in process to be compiled; a process of its own begins anew each time. */
const WARM_UP_ROUNDS = 3;

export async function measureInTurn(
  candidates: readonly Candidate[],
  { rounds, warmUpRounds = WARM_UP_ROUNDS }: { readonly rounds: number; readonly warmUpRounds?: number },
): Promise<Timing[]> {
  const times = candidates.map((): number[] => []);
  for (let round = -warmUpRounds; round < rounds; round++) {
    for (const [index, { run }] of candidates.entries()) {
      const started = performance.now();
      await run();
      if (round >= 0) times[index]?.push(performance.now() - started);
    }
  }
  const reference = times[0] ?? [];
  return candidates.map(({ name }, index) => {
    const own = times[index] ?? [];
    return { name, median: median(own), fastest: Math.min(...own), ratio: medianRatio(own, reference) };
  });
}

/** Median of the ratios to a reference, round by round. */
export function medianRatio(own: readonly number[], reference: readonly number[]): number {
  return median(own.map((value, round) => value / (reference[round] ?? value)));
}

/** Of no values: 0. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** The value that this share of them does not exceed; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const ascending = values.toSorted((a, b) => a - b);
  return ascending[Math.max(0, Math.ceil(ascending.length * share) - 1)] ?? Number.NaN;
}
