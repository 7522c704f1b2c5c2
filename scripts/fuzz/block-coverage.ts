/**
 * Which blocks of code ran, and how often, as V8 counts them itself: no source is changed.
 *
 * V8 reports a block only where its count differs from that of the block around it. So a block is known from the first
 * time it was told apart, and has the count of the innermost reported block around it where it is not reported.
 */
import { type Profiler, Session } from 'node:inspector/promises';

/** What ran since the last reading. */
export interface Coverage {
  /** A hash of each block that ran. */
  readonly blocks: Uint32Array;
  /** For each of these, the power of two of its count, capped: how often, roughly. */
  readonly magnitudes: Uint8Array;
  /** Executions of blocks, those of libraries included: work, counted without a clock. */
  readonly work: number;
}

const MAX_MAGNITUDE = 7;

export class BlockCoverage {
  readonly #session: Session;
  /** Scripts whose blocks are told apart, by how their URL begins. */
  readonly #within: string;
  /** By function, the ranges that were ever told apart. */
  readonly #known = new Map<string, Map<string, Profiler.CoverageRange>>();

  private constructor(session: Session, within: string) {
    this.#session = session;
    this.#within = within;
  }

  /** Modules that are loaded from here on are counted by block. `within`: how the URLs of the scripts begin. */
  static async start(within: string): Promise<BlockCoverage> {
    const session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    return new BlockCoverage(session, within);
  }

  /** What ran since the last call. */
  async take(): Promise<Coverage> {
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    const blocks: number[] = [];
    const magnitudes: number[] = [];
    let work = 0;
    for (const { url, functions } of result) {
      if (!url.startsWith('file:')) continue;
      for (const { ranges } of functions) work += ranges.reduce((sum, { count }) => sum + count, 0);
      if (!url.startsWith(this.#within)) continue;
      const file = url.slice(this.#within.length);
      for (const { ranges } of functions) {
        for (const [block, count] of this.#countsOf(file, ranges)) {
          blocks.push(hash(block));
          magnitudes.push(Math.min(MAX_MAGNITUDE, 31 - Math.clz32(count)));
        }
      }
    }
    return { blocks: Uint32Array.from(blocks), magnitudes: Uint8Array.from(magnitudes), work };
  }

  /** The blocks of a function that ran, with their counts. */
  *#countsOf(file: string, ranges: readonly Profiler.CoverageRange[]): Iterable<readonly [string, number]> {
    const [whole] = ranges;
    if (whole === undefined) return;
    const name = `${file} ${nameOf(whole)}`;
    const known = this.#known.get(name) ?? new Map<string, Profiler.CoverageRange>();
    this.#known.set(name, known);
    for (const range of ranges) known.set(nameOf(range), range);
    for (const [block, range] of known) {
      // Outer ranges come before those inside them.
      const count = ranges.findLast(reported => contains(reported, range))?.count ?? 0;
      if (count > 0) yield [`${name} ${block}`, count];
    }
  }
}

function nameOf({ startOffset, endOffset }: Profiler.CoverageRange): string {
  return `${startOffset}-${endOffset}`;
}

function contains(outer: Profiler.CoverageRange, inner: Profiler.CoverageRange): boolean {
  return outer.startOffset <= inner.startOffset && inner.endOffset <= outer.endOffset;
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
