/** What becomes of a job after an attempt, written in one transaction. */

import type { Updateable } from 'kysely';
import type { ShowworkError } from '../../errors.ts';
import type { Database, JobRow, Tx } from '../tables.ts';
import { hasManyWriters, transact } from '../transact.ts';
import type { Outcome } from './attempt-job.ts';
import type { ClaimedJob } from './claim-jobs.ts';
import { concludeDeadLetter, writeDeadLetter } from './dead-letters.ts';
import { isRunning } from './job-states.ts';
import { nextAttempt } from './retry-policy.ts';
import { isStorm, stormPause } from './storm-pause.ts';

export type Settled =
  /** The job is not this process's any more: forgotten, or released because time was up. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'finished' }
  /** Asked for again while it ran. */
  | { readonly kind: 'again' }
  | { readonly kind: 'handed-back' }
  | { readonly kind: 'retried'; readonly at: number }
  /** Given up; the learner is told next. */
  | { readonly kind: 'dead'; readonly referenceId: string }
  /** The learner could not be told either. */
  | { readonly kind: 'untold' };

/** `now`: milliseconds since 1970. */
export async function settleJob(
  db: Database,
  job: ClaimedJob,
  outcome: Outcome,
  now: number,
): Promise<Settled> {
  if (outcome.kind === 'done' && job.phase === 'run' && (await finishUnlessAsked(db, job))) {
    return { kind: 'finished' };
  }
  return transact(db, async tx => {
    const row = await tx
      .selectFrom('jobs')
      .where('id', '=', job.id)
      .where(isRunning)
      .where('holder', '=', job.holder)
      .select(['again', 'released', 'asks', 'repeats'])
      .$if(hasManyWriters(tx), row => row.forUpdate())
      .executeTakeFirst();
    if (row === undefined) return { kind: 'gone' };
    if (job.phase === 'give-up' && job.reference_id !== null && outcome.kind === 'done') {
      await concludeDeadLetter(tx, job.reference_id, now);
    }
    const named = row.released === 1 ? null : namedTime(outcome);
    if (row.again === 1) {
      const repeats = isStorm(row.asks ?? 0) ? (row.repeats ?? 0) + 1 : 0;
      const at = Math.max(named ?? now, now + stormPause(repeats));
      return runAgain(tx, job, { repeats, at, held: at > now });
    }
    if (outcome.kind === 'failed') return settleFailure(tx, job, outcome.error, now);
    if (outcome.kind === 'hand-back') return handBack(tx, job, named ?? now);
    await deleteJob(tx, job);
    return { kind: 'finished' };
  });
}

/** What nearly always happens, in one statement. False where it was asked for again, or is not this process's any more. */
async function finishUnlessAsked(db: Database, job: ClaimedJob): Promise<boolean> {
  const finished = await db
    .deleteFrom('jobs')
    .where('id', '=', job.id)
    .where(isRunning)
    .where('holder', '=', job.holder)
    .where('again', '=', 0)
    .returning('id')
    .executeTakeFirst();
  return finished !== undefined;
}

/**
 * A newer request covers whatever this run left open; a time that was named, or is owed to a storm, stays binding. `at`:
 * milliseconds since 1970.
 */
async function runAgain(
  tx: Tx,
  job: ClaimedJob,
  { repeats, at, held }: { readonly repeats: number; readonly at: number; readonly held: boolean },
): Promise<Settled> {
  await wait(tx, job, {
    phase: 'run',
    attempts: 0,
    reference_id: null,
    run_at: at,
    held: held ? 1 : 0,
    repeats,
  });
  return { kind: 'again' };
}

/** Null where none is named. */
function namedTime(outcome: Outcome): number | null {
  if (outcome.kind === 'hand-back') return outcome.at.getTime();
  return outcome.kind === 'failed' ? (outcome.error.retryAt?.getTime() ?? null) : null;
}

/** No attempt is counted. */
async function handBack(tx: Tx, job: ClaimedJob, at: number): Promise<Settled> {
  await wait(tx, job, { attempts: job.attempts - 1, run_at: at, held: 1 });
  return { kind: 'handed-back' };
}

async function settleFailure(tx: Tx, job: ClaimedJob, error: ShowworkError, now: number): Promise<Settled> {
  const retry = nextAttempt(error, job.attempts, now);
  if (retry !== null) {
    await wait(tx, job, { run_at: retry.at, held: retry.held ? 1 : 0 });
    return { kind: 'retried', at: retry.at };
  }
  if (job.phase === 'give-up') {
    await deleteJob(tx, job);
    return { kind: 'untold' };
  }
  return { kind: 'dead', referenceId: await giveUp(tx, job, error, now) };
}

/** From here on the same row stands for telling the learner: still one at a time per lane, still retried. */
export async function giveUp(tx: Tx, job: ClaimedJob, error: ShowworkError, now: number): Promise<string> {
  const referenceId = await writeDeadLetter(tx, job, error, now);
  await wait(tx, job, { phase: 'give-up', attempts: 0, reference_id: referenceId, run_at: now });
  return referenceId;
}

async function wait(tx: Tx, job: ClaimedJob, changes: Updateable<JobRow>): Promise<void> {
  await tx
    .updateTable('jobs')
    .set({ ...changes, state: 'waiting', again: 0 })
    .where('id', '=', job.id)
    .execute();
}

async function deleteJob(tx: Tx, job: ClaimedJob): Promise<void> {
  await tx.deleteFrom('jobs').where('id', '=', job.id).execute();
}
