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
    const ratios = own.map((time, round) => time / (reference[round] ?? time));
    return { name, median: median(own), fastest: Math.min(...own), ratio: median(ratios) };
  });
}

/** Of no values: 0. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
