/** Who hands out work, and who does it. */
import type { ShowworkError } from '../errors.ts';
import type { Job } from '../jobs.ts';

/** What the queue calls. `run` throws a `ShowworkError` when it fails. */
export interface Worker {
  /** Answers null when done, or the time at which the job wants to be handed out again (no attempt is counted). */
  run(job: Job): Promise<Date | null>;
  /** The last attempt failed, or retrying does not help: conclude what the learner sees. Answers as `run`. */
  giveUp(job: Job, error: ShowworkError, referenceId: string): Promise<Date | null>;
}

export interface Queue {
  /** Starts handing out jobs: one running per key, capped per installation, retried with backoff. */
  work(worker: Worker): void;
  /** Resolves when no job is ready or running. */
  idle(): Promise<void>;
  /** Stops handing out; running jobs get until `deadline`, then are released for the next process. */
  stop(deadline: Date): Promise<void>;
}
