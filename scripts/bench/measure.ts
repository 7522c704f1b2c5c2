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

const WARM_UP_ROUNDS = 3;

export async function measureInTurn(candidates: readonly Candidate[], rounds: number): Promise<Timing[]> {
  const times = candidates.map((): number[] => []);
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
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

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
