/** Jobs that were running when the process ended, or has to end, wait again. */
import { ShowworkError } from '../../errors.ts';
import type { Database, Tx } from '../tables.ts';
import { MAX_ATTEMPTS } from './retry-policy.ts';
import { giveUp } from './settle-job.ts';

const INTERRUPTED = new ShowworkError(
  'INTERNAL',
  `the process ended during each of the last ${MAX_ATTEMPTS} attempts`,
);

/** On shutdown: runs again as if it had not started. */
export function releaseUnfinished(db: Database): Promise<void> {
  return db.transaction().execute(async tx => {
    await renewAskedAgain(tx);
    await tx
      .updateTable('jobs')
      .set(eb => ({ state: 'waiting' as const, attempts: eb('attempts', '-', 1) }))
      .where('state', '=', 'running')
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
 * On start: this process alone works on the database, so what is marked as running was interrupted. It runs again at
 * once. `now`: milliseconds since 1970.
 */
export function releaseInterrupted(db: Database, now: number): Promise<Released> {
  return db.transaction().execute(async tx => {
    await renewAskedAgain(tx);
    const dead: string[] = [];
    const exhausted = tx
      .selectFrom('jobs')
      .where('state', '=', 'running')
      .where('attempts', '>=', MAX_ATTEMPTS);
    for (const job of await exhausted.where('phase', '=', 'run').selectAll().execute()) {
      dead.push(await giveUp(tx, job, INTERRUPTED, now));
    }
    const untold = await tx
      .deleteFrom('jobs')
      .where('state', '=', 'running')
      .where('attempts', '>=', MAX_ATTEMPTS)
      .returning('key')
      .execute();
    await tx
      .updateTable('jobs')
      .set({ state: 'waiting', run_at: now })
      .where('state', '=', 'running')
      .execute();
    return { dead, untold: untold.map(row => row.key) };
  });
}

/** What was asked for again while it ran, or while the learner was told of a failure, is the newer request's from here. */
async function renewAskedAgain(tx: Tx): Promise<void> {
  await tx
    .updateTable('jobs')
    .set({ state: 'waiting', again: 0, attempts: 0, phase: 'run', reference_id: null })
    .where('state', '=', 'running')
    .where('again', '=', 1)
    .execute();
}
