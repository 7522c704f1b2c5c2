/** One attempt at one job: calls the worker and says how it went. */
import { asShowworkError, ShowworkError } from '../../errors.ts';
import { Job } from '../../jobs.ts';
import type { Worker } from '../../ports.ts';
import { requireJson } from '../stored-json.ts';
import type { Database } from '../tables.ts';
import type { ClaimedJob } from './claim-jobs.ts';
import { readDeathCause } from './dead-letters.ts';

export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'hand-back'; readonly at: Date }
  | { readonly kind: 'failed'; readonly error: ShowworkError };

/** Never throws. */
export async function attemptJob(db: Database, worker: Worker, claimed: ClaimedJob): Promise<Outcome> {
  try {
    const job = requireJson(Job, claimed.payload, `job ${claimed.key}`);
    const at =
      claimed.phase === 'run'
        ? await worker.run(job)
        : await tellOfDeath(db, worker, job, claimed.reference_id);
    if (at === null) return { kind: 'done' };
    if (Number.isNaN(at.getTime()))
      throw new ShowworkError('INTERNAL', 'a job was handed back without a time');
    return { kind: 'hand-back', at };
  } catch (thrown) {
    return { kind: 'failed', error: asShowworkError(thrown) };
  }
}

async function tellOfDeath(
  db: Database,
  worker: Worker,
  job: Job,
  referenceId: string | null,
): Promise<Date | null> {
  if (referenceId === null) throw new ShowworkError('INTERNAL', 'a job to give up has no reference id');
  return worker.giveUp(job, await readDeathCause(db, referenceId), referenceId);
}
