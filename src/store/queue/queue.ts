/** The `Queue` port on the `jobs` table: woken by its own writes and, where there are other processes, by theirs. */
import type { Clock, Logger, Queue, Worker } from '../../ports.ts';
import type { SetAlarm } from '../alarm.ts';
import type { JobSink } from '../job-sink.ts';
import type { Database } from '../tables.ts';
import { attemptJob, type Outcome } from './attempt-job.ts';
import { type ClaimedJob, claimJobs, isAnyReady, isAnyRunning, nextTime, type Room } from './claim-jobs.ts';
import { enqueue, forgetJobs, moveJobs, releaseHeld } from './job-table.ts';
import type { Peers } from './peers.ts';
import { createPump } from './pump.ts';
import { logSettled, logStoreFailure } from './queue-log.ts';
import { releaseUnfinished } from './release-jobs.ts';
import { settleJob } from './settle-job.ts';

export interface QueueLimits {
  /** Jobs that run at a time in this process. */
  readonly total: number;
  /** Jobs of one installation that run at a time, in all processes together. */
  readonly perInstallation: number;
}

/**
 * Jobs mostly wait for GitHub, which asks for few requests at a time from one installation (docs.github.com/en/rest/
 * using-the-rest-api/best-practices-for-using-the-rest-api, "avoid concurrent requests").
 */
export const DEFAULT_LIMITS: QueueLimits = { total: 16, perInstallation: 4 };

/** Pause after the database refused; a full disk is not helped by asking at once. */
const STORE_RETRY_MS = 1_000;

export interface QueueParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly setAlarm: SetAlarm;
  readonly limits: QueueLimits;
  readonly peers: Peers;
}

/**
 * The queue, and the store's side of it. After `stop`, `idle` rejects; before `work`, it waits for as long as a job is
 * ready.
 */
export function createQueue(parts: QueueParts): { queue: Queue; jobs: JobSink } {
  const { db, clock, logger, setAlarm, limits, peers } = parts;
  /** By id. */
  const running = new Map<number, { readonly installationId: number; readonly ended: Promise<void> }>();
  const idlers: PromiseWithResolvers<void>[] = [];
  let worker: Worker | null = null;
  let stopping: Promise<void> | null = null;
  let released = false;
  /** The database did not answer: jobs may have been given to this process that it does not know of. */
  let isUncertain = false;
  let callOffAlarm = () => {};

  const now = () => clock.now().getTime();
  const pump = createPump(handOut, error => {
    isUncertain = true;
    logStoreFailure(logger, error, 'the queue could not read its jobs, will try again');
    pokeAt(now() + STORE_RETRY_MS);
  });

  async function handOut(): Promise<void> {
    if (worker !== null && stopping === null) await handOutTo(worker);
    await setNextLook();
    await tellIdlers();
  }

  async function handOutTo(by: Worker): Promise<void> {
    await peers.attend();
    if (isUncertain) {
      await releaseUnfinished(db, peers.holder, running.keys());
      isUncertain = false;
    }
    const claimed = await claimJobs(db, readRoom(), now());
    // Stopped meanwhile: these are released with the running ones.
    if (stopping !== null) return;
    for (const job of claimed) start(by, job);
  }

  function readRoom(): Room {
    return {
      holder: peers.holder,
      free: limits.total - running.size,
      perInstallation: limits.perInstallation,
      running: new Map([...running].map(([id, job]) => [id, job.installationId])),
    };
  }

  async function setNextLook(): Promise<void> {
    if (stopping !== null || (worker === null && idlers.length === 0)) return;
    const poll = peers.pollMs === null ? null : now() + peers.pollMs;
    const next = worker === null ? null : await nextTime(db, now());
    if (poll !== null || next !== null) pokeAt(Math.min(poll ?? Infinity, next ?? Infinity));
  }

  function start(by: Worker, job: ClaimedJob): void {
    running.set(job.id, { installationId: job.installation_id, ended: runToEnd(by, job) });
  }

  async function runToEnd(by: Worker, job: ClaimedJob): Promise<void> {
    await settleSurely(job, await attemptJob(db, by, job));
    running.delete(job.id);
    pump.poke();
  }

  /** A result that the database does not take keeps its place among the running jobs until it does. */
  async function settleSurely(job: ClaimedJob, outcome: Outcome): Promise<void> {
    while (!released) {
      try {
        return logSettled(logger, job, outcome, await settleJob(db, job, outcome, now()));
      } catch (error) {
        logStoreFailure(logger, error, 'a result could not be recorded, will try again');
        await new Promise<void>(resolve => setAlarm(new Date(now() + STORE_RETRY_MS), resolve));
      }
    }
  }

  function pokeAt(time: number): void {
    callOffAlarm();
    if (stopping === null) callOffAlarm = setAlarm(new Date(time), pump.poke);
  }

  async function tellIdlers(): Promise<void> {
    if (idlers.length === 0 || running.size > 0) return;
    if ((await isAnyReady(db, now())) || (await isAnyRunning(db))) return;
    for (const idler of idlers.splice(0)) idler.resolve();
  }

  async function shutDown(deadline: Date): Promise<void> {
    await pump.settled();
    callOffAlarm();
    const timeUp = Promise.withResolvers<void>();
    const callOffDeadline = setAlarm(deadline, timeUp.resolve);
    await Promise.race([Promise.all([...running.values()].map(job => job.ended)), timeUp.promise]);
    callOffDeadline();
    released = true;
    await releaseUnfinished(db, peers.holder).catch(error =>
      logStoreFailure(logger, error, 'running jobs could not be released; the next start does it'),
    );
    await peers.leave().catch(error => logStoreFailure(logger, error, 'the lease of this process runs out'));
    for (const idler of idlers.splice(0)) idler.reject(new Error('The queue was stopped.'));
  }

  const queue: Queue = {
    work: by => {
      if (worker !== null) throw new Error('The queue has its worker already.');
      worker = by;
      peers.listen(pump.poke);
      pump.poke();
    },
    idle: async () => {
      if (stopping !== null) throw new Error('The queue was stopped.');
      const idler = Promise.withResolvers<void>();
      idlers.push(idler);
      pump.poke();
      await idler.promise;
    },
    stop: deadline => {
      stopping ??= shutDown(deadline);
      return stopping;
    },
  };
  const jobs: JobSink = {
    enqueue: (tx, asked) => enqueue(tx, asked, now()),
    release: (tx, installationId) => releaseHeld(tx, installationId, now()),
    move: moveJobs,
    forget: forgetJobs,
    wake: () => {
      peers.wake();
      pump.poke();
    },
  };
  return { queue, jobs };
}
