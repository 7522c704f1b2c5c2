import type { Clock, DeadLetters, Logger } from '../ports.ts';
import { createDeadLetters } from './dead-letters.ts';
import type { JobSink } from './job-sink.ts';
import { openBesideServers } from './postgres/open-beside-servers.ts';
import { enqueue, forgetJobs, moveJobs, releaseHeld } from './queue/job-table.ts';
import { openBesideServer } from './sqlite/open-beside-server.ts';

export interface OpenDeadLetters {
  readonly deadLetters: DeadLetters;
  close(): Promise<void>;
}

export interface DeadLettersPlace {
  /** Path of the SQLite file; not looked at where there is a database URL. */
  readonly dataPath: string;
  readonly databaseUrl: string | null;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * The dead letters of a store, also while servers work on it: those notice by themselves what was written here. Fails with
 * STORE_UNAVAILABLE, saying what to do.
 */
export async function openDeadLetters(place: DeadLettersPlace): Promise<OpenDeadLetters> {
  const { dataPath, databaseUrl, clock, logger } = place;
  // Beside an embedded store there is nobody to wake: its server looks by itself.
  const { db, wake, close } =
    databaseUrl === null
      ? { ...(await openBesideServer(dataPath)), wake() {} }
      : await openBesideServers(databaseUrl, logger);
  const now = () => clock.now().getTime();
  const jobs: JobSink = {
    enqueue: (tx, jobs) => enqueue(tx, jobs, now()),
    release: (tx, installationId) => releaseHeld(tx, installationId, now()),
    move: moveJobs,
    forget: forgetJobs,
    wake,
  };
  return { deadLetters: createDeadLetters(db, jobs, clock), close };
}
