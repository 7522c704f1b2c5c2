import type { ShowworkError } from '../../src/errors.ts';
import type { Job } from '../../src/jobs.ts';
import type { Worker } from '../../src/ports.ts';

/** What a run does; the number is its place among the runs of the same key, from 1. */
export type Script = (key: string, run: number) => Promise<Date | null> | Date | null;

export interface GivenUp {
  readonly key: string;
  readonly code: string;
  readonly message: string;
  readonly referenceId: string;
}

export interface ScriptedWorker extends Worker {
  /** Keys in the order in which their runs started. */
  readonly runs: readonly string[];
  readonly givenUp: readonly GivenUp[];
  /** Most runs at a time, of all keys and of any one. */
  readonly most: { readonly all: number; readonly ofOneKey: number };
  /** Resolves when so many runs have started. */
  started(count: number): Promise<void>;
}

/** A worker that keeps a record. `giveUp` may throw to make telling the learner fail, or answer a time. */
export function createScriptedWorker(
  script: Script = () => null,
  giveUp: (times: number) => Promise<Date | null> | Date | null = () => null,
): ScriptedWorker {
  const runs: string[] = [];
  const givenUp: GivenUp[] = [];
  const running: string[] = [];
  const most = { all: 0, ofOneKey: 0 };
  let awaited: { readonly count: number; readonly resolve: () => void }[] = [];

  function begin(key: string): number {
    runs.push(key);
    running.push(key);
    most.all = Math.max(most.all, running.length);
    most.ofOneKey = Math.max(most.ofOneKey, running.filter(other => other === key).length);
    for (const waiter of awaited) if (waiter.count <= runs.length) waiter.resolve();
    awaited = awaited.filter(waiter => waiter.count > runs.length);
    return runs.filter(other => other === key).length;
  }

  return {
    runs,
    givenUp,
    most,
    started: count =>
      new Promise(resolve => {
        if (runs.length >= count) resolve();
        else awaited.push({ count, resolve });
      }),
    run: async job => {
      const key = keyOf(job);
      const run = begin(key);
      try {
        return await script(key, run);
      } finally {
        running.splice(running.indexOf(key), 1);
      }
    },
    giveUp: async (job, error: ShowworkError, referenceId) => {
      givenUp.push({ key: keyOf(job), code: error.code, message: error.message, referenceId });
      return giveUp(givenUp.length);
    },
  };
}

function keyOf(job: Job): string {
  return job.kind === 'review-target' ? job.targetKey : job.instructionId;
}
