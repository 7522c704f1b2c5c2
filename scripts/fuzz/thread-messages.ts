/** What the campaign and the thread in which targets run say to each other. */
import type { Coverage } from './block-coverage.ts';

export interface ThreadData {
  /** The module that exports `TARGETS`. */
  readonly targets: string;
  /** How the URLs of the scripts begin whose blocks are counted; null for none, which is as fast as in production. */
  readonly covered: string | null;
}

export interface ThreadRequest {
  readonly target: string;
  readonly text: string;
  /** Whether the oracles are asked, which takes longer than most texts do. */
  readonly check: boolean;
}

export interface ThreadAnswer {
  /** What does not hold; the first word names the oracle. What is thrown is told even where nothing is checked. */
  readonly problems: readonly string[];
  readonly refused: boolean;
  /** Processor time of the thread, in milliseconds, oracles not counted. */
  readonly milliseconds: number;
  /** The most that lay on the heap at a time above what lay there before, garbage included. Bytes. */
  readonly heapBytes: number;
  readonly coverage: Coverage | null;
}
