/** Runs targets one text at a time. What takes too long, or too much memory, costs this thread alone. */
import { GCProfiler, getHeapStatistics } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { BlockCoverage } from './block-coverage.ts';
import type { Target, Work } from './target.ts';
import type { ThreadAnswer, ThreadData, ThreadRequest } from './thread-messages.ts';

const { targets, covered }: ThreadData = workerData;
// Counting begins before the modules that are counted are there.
const coverage = covered === null ? null : await BlockCoverage.start(covered);
const { TARGETS }: { readonly TARGETS: readonly Target[] } = await import(targets);
const byName = new Map(TARGETS.map(target => [target.name, target]));

parentPort?.on('message', async (request: ThreadRequest) => {
  parentPort?.postMessage(await answer(request));
});
parentPort?.postMessage('ready');

async function answer({ target: name, text, check }: ThreadRequest): Promise<ThreadAnswer> {
  const target = byName.get(name);
  if (target === undefined) throw new Error(`no target is called ${name}`);
  await coverage?.take();
  const first = measured(() => attempt(target, text));
  const taken = (await coverage?.take()) ?? null;
  const { milliseconds, heapBytes } = first;
  const cost = { milliseconds, heapBytes, coverage: taken };
  if ('thrown' in first.result) return { problems: [first.result.thrown], refused: false, ...cost };
  const { output, refused = false, problems } = first.result;
  const found = check ? [...problems(), ...unlikeAgain(target, text, output)] : [];
  return { problems: found, refused, ...cost };
}

function attempt(target: Target, text: string): Work | { readonly thrown: string } {
  try {
    return target.run(text);
  } catch (error) {
    return { thrown: `throws ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` };
  }
}

/** Only beside counting, where texts are short: this is about what is kept between one text and the next. */
function unlikeAgain(target: Target, text: string, output: string): readonly string[] {
  if (coverage === null) return [];
  const again = attempt(target, text);
  return 'output' in again && again.output === output ? [] : ['again: the same text gives other bytes'];
}

function measured<T>(work: () => T): {
  readonly result: T;
  readonly milliseconds: number;
  readonly heapBytes: number;
} {
  const collections = new GCProfiler();
  const heapBefore = getHeapStatistics().used_heap_size;
  collections.start();
  const before = process.threadCpuUsage();
  const result = work();
  const { user, system } = process.threadCpuUsage(before);
  const heapAfter = getHeapStatistics().used_heap_size;
  const between = collections.stop()?.statistics ?? [];
  const fullest = Math.max(heapAfter, ...between.map(({ beforeGC }) => beforeGC.heapStatistics.usedHeapSize));
  return { result, milliseconds: (user + system) / 1000, heapBytes: Math.max(0, fullest - heapBefore) };
}
