/** Runs targets in a thread of their own with the limits of production; a thread that dies is replaced. */
import { Worker } from 'node:worker_threads';
import { HEAP_LIMIT_MB } from '../../src/engine/thread-limits.ts';
import type { ThreadAnswer, ThreadData, ThreadRequest } from './thread-messages.ts';

/** A text after which nothing was heard for so long hangs, whatever else the machine does. Milliseconds. */
const HANGS_AFTER = 60_000;
/** What counting takes of the heap, over and above. MB. */
const HEAP_OF_COUNTING = 768;

export type Run = ThreadAnswer | Death;

/** The first word names the oracle, as for `ThreadAnswer.problems`. */
export interface Death {
  readonly died: string;
}

export class TargetRunner {
  readonly #data: ThreadData;
  readonly #hangsAfter: number;
  #worker: Promise<Worker> | null = null;

  /** `hangsAfter` in milliseconds. */
  constructor(data: ThreadData, hangsAfter = HANGS_AFTER) {
    this.#data = data;
    this.#hangsAfter = hangsAfter;
  }

  async run(request: ThreadRequest): Promise<Run> {
    this.#worker ??= start(this.#data);
    const worker = await this.#worker;
    const run = await answerOf(worker, request, this.#hangsAfter);
    if ('died' in run) {
      this.#worker = null;
      await worker.terminate();
    }
    return run;
  }

  async close(): Promise<void> {
    await (await this.#worker)?.terminate();
    this.#worker = null;
  }
}

function start(data: ThreadData): Promise<Worker> {
  const heap = HEAP_LIMIT_MB + (data.covered === null ? 0 : HEAP_OF_COUNTING);
  const worker = new Worker(new URL('./target-thread.ts', import.meta.url), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: heap },
  });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', () => {
      worker.off('error', reject);
      resolve(worker);
    });
  });
}

function answerOf(worker: Worker, request: ThreadRequest, hangsAfter: number): Promise<Run> {
  return new Promise(resolve => {
    const settle = (run: Run) => {
      clearTimeout(timer);
      worker.off('message', onAnswer);
      worker.off('error', onError);
      // A thread that is being stopped may still have something to say.
      if ('died' in run) worker.on('error', () => undefined);
      resolve(run);
    };
    const onAnswer = (answer: ThreadAnswer) => settle(answer);
    const onError = (error: NodeJS.ErrnoException) => {
      const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      settle({
        died: isFull ? `memory: more than ${HEAP_LIMIT_MB} MB` : `crashes ${error.stack ?? error.message}`,
      });
    };
    const timer = setTimeout(() => settle({ died: `hangs: nothing for ${hangsAfter} ms` }), hangsAfter);
    worker.on('message', onAnswer);
    worker.on('error', onError);
    worker.postMessage(request);
  });
}
