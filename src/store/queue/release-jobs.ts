/** Jobs that were running when their process ended, or has to end, wait again. */
import type { RawBuilder } from 'kysely';
import { ShowworkError } from '../../errors.ts';
import type { Database, Tx } from '../tables.ts';
import { hasManyWriters, transact } from '../transact.ts';
import { isRunning } from './job-states.ts';
import { MAX_ATTEMPTS } from './retry-policy.ts';
import { giveUp } from './settle-job.ts';

const INTERRUPTED = new ShowworkError(
  'INTERNAL',
  `the process ended during each of the last ${MAX_ATTEMPTS} attempts`,
);

/**
 * Jobs of `holder` run again as if they had not started: all on its shutdown, else those that it does not know to be
 * running, because the answer to their claim was lost.
 */
export function releaseUnfinished(db: Database, holder: string, known: Iterable<number> = []): Promise<void> {
  const inHand = [...known];
  return transact(db, async tx => {
    const running = await tx
      .selectFrom('jobs')
      .where(isRunning)
      .where('holder', '=', holder)
      .$if(inHand.length > 0, jobs => jobs.where('id', 'not in', inHand))
      .orderBy('id')
      .select('id')
      .$if(hasManyWriters(tx), jobs => jobs.forUpdate())
      .execute();
    const ids = await renewAskedAgain(tx, running);
    if (ids.length === 0) return;
    await tx
      .updateTable('jobs')
      .set(eb => ({ state: 'waiting' as const, attempts: eb('attempts', '-', 1) }))
      .where('id', 'in', ids)
      .execute();
  });
}

export interface Released {
  /** Reference ids of jobs that were given up, because they were interrupted so often that they may be the reason. */
  readonly dead: readonly string[];
  /** Keys of jobs whose telling was interrupted as often. */
  readonly untold: readonly string[];
}

/**
 * What a process other than `holder` left running, and which holds no lease any more, was interrupted. It runs again at
 * once. `now`: milliseconds since 1970; `leaseTime`: the same as leases know it.
 */
export function releaseInterrupted(
  db: Database,
  holder: string,
  now: number,
  leaseTime: RawBuilder<number>,
): Promise<Released> {
  return transact(db, async tx => {
    const interrupted = await findInterrupted(tx, holder, leaseTime);
    const ids = await renewAskedAgain(tx, interrupted);
    if (ids.length === 0) return { dead: [], untold: [] };
    const exhausted = tx.selectFrom('jobs').where('id', 'in', ids).where('attempts', '>=', MAX_ATTEMPTS);
    const dead: string[] = [];
    for (const job of await exhausted.where('phase', '=', 'run').selectAll().execute()) {
      dead.push(await giveUp(tx, job, INTERRUPTED, now));
    }
    const untold = await tx
      .deleteFrom('jobs')
      .where('id', 'in', ids)
      .where(isRunning)
      .where('attempts', '>=', MAX_ATTEMPTS)
      .returning('key')
      .execute();
    await tx
      .updateTable('jobs')
      .set({ state: 'waiting', run_at: now })
      .where('id', 'in', ids)
      .where(isRunning)
      .execute();
    return { dead, untold: untold.map(row => row.key) };
  });
}

/** A row that somebody is writing at this moment is left for the next look. */
function findInterrupted(tx: Tx, holder: string, leaseTime: RawBuilder<number>): Promise<{ id: number }[]> {
  return tx
    .selectFrom('jobs')
    .where(isRunning)
    .where(eb => {
      const itsLease = eb
        .selectFrom('leases')
        .whereRef('leases.holder', '=', 'jobs.holder')
        .where('expires_at', '>', leaseTime)
        .select('name');
      // Written before there were holders, or by one that is gone.
      return eb.or([
        eb('holder', 'is', null),
        eb.and([eb('holder', '!=', holder), eb.not(eb.exists(itsLease))]),
      ]);
    })
    .orderBy('id')
    .select('id')
    .$if(hasManyWriters(tx), jobs => jobs.forUpdate().skipLocked())
    .execute();
}

/**
 * What was asked for again while it ran, or while the learner was told of a failure, is the newer request's from here.
 * Answers the ids of the others.
 */
async function renewAskedAgain(tx: Tx, jobs: readonly { id: number }[]): Promise<number[]> {
  if (jobs.length === 0) return [];
  const ids = jobs.map(job => job.id);
  const renewed = await tx
    .updateTable('jobs')
    .set({ state: 'waiting', again: 0, attempts: 0, phase: 'run', reference_id: null })
    .where('id', 'in', ids)
    .where('again', '=', 1)
    .returning('id')
    .execute();
  return ids.filter(id => !renewed.some(row => row.id === id));
}
