import type { Clock, DeadLetters } from '../ports.ts';
import { createDeadLetters } from './dead-letters.ts';
import type { JobSink } from './job-sink.ts';
import { enqueue, forgetJobs, moveJobs, releaseHeld } from './queue/job-table.ts';
import { openBesideServer } from './sqlite/open-beside-server.ts';

export interface OpenDeadLetters {
  readonly deadLetters: DeadLetters;
  close(): Promise<void>;
}

/**
 * The dead letters of an embedded store, also while a server works on it: that notices by itself what was written here.
 * Fails with STORE_UNAVAILABLE, saying what to do.
 */
export async function openDeadLetters(path: string, clock: Clock): Promise<OpenDeadLetters> {
  const { db, close } = await openBesideServer(path);
  const now = () => clock.now().getTime();
  const jobs: JobSink = {
    enqueue: (tx, job) => enqueue(tx, job, now()),
    release: (tx, installationId) => releaseHeld(tx, installationId, now()),
    move: moveJobs,
    forget: forgetJobs,
    // There is nobody to wake in this process.
    wake() {},
  };
  return { deadLetters: createDeadLetters(db, jobs, clock), close };
}
