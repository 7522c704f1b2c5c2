import { availableParallelism } from 'node:os';

/** A second thread takes a second to start, and halves what so many short READMEs take: from there on it pays (`cli.*` of docs/bench.md). */
export const READMES_PER_THREAD = 500;

/** How many threads are worth starting for so many paths, on so many cores. */
export function threadsFor(paths: number, cores = availableParallelism()): number {
  return Math.max(1, Math.min(cores, Math.ceil(paths / READMES_PER_THREAD)));
}
