/** The embedded queue's side of the store's transactions: one row per key. */
import type { NewJob } from '../job-sink.ts';
import type { Tx } from '../tables.ts';

/** `now`: milliseconds since 1970. */
export async function enqueue(tx: Tx, job: NewJob, now: number): Promise<void> {
  const inserted = await tx
    .insertInto('jobs')
    .values({
      key: job.key,
      lane: job.lane,
      payload: JSON.stringify(job.job),
      installation_id: job.installationId,
      repository_id: job.repositoryId,
      state: 'waiting',
      phase: 'run',
      again: 0,
      run_at: now,
      held: 0,
      attempts: 0,
      background: job.background ? 1 : 0,
    })
    .onConflict(conflict => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted !== undefined) return;
  await tx
    .updateTable('jobs')
    .set({ again: 1 })
    .where('key', '=', job.key)
    .where('state', '=', 'running')
    .execute();
  await renewWaiting(tx, job, now);
}

/** What waits stands for the newest request: its attempts start anew, and at once unless a time is binding. */
async function renewWaiting(tx: Tx, job: NewJob, now: number): Promise<void> {
  await tx
    .updateTable('jobs')
    .set({ phase: 'run', attempts: 0, reference_id: null, installation_id: job.installationId })
    .where('key', '=', job.key)
    .where('state', '=', 'waiting')
    .execute();
  await tx
    .updateTable('jobs')
    .set({ run_at: now })
    .where('key', '=', job.key)
    .where('state', '=', 'waiting')
    .where('held', '=', 0)
    .where('run_at', '>', now)
    .execute();
}

/** `now`: milliseconds since 1970. */
export async function releaseHeld(tx: Tx, installationId: number, now: number): Promise<void> {
  await tx
    .updateTable('jobs')
    .set({ run_at: now, held: 0 })
    .where('installation_id', '=', installationId)
    .where('state', '=', 'waiting')
    .where('held', '=', 1)
    .execute();
  await tx
    .updateTable('jobs')
    .set({ released: 1 })
    .where('installation_id', '=', installationId)
    .where('state', '=', 'running')
    .execute();
}

export async function moveJobs(tx: Tx, repositoryId: number, from: number, to: number): Promise<void> {
  await tx
    .updateTable('jobs')
    .set({ installation_id: to })
    .where('installation_id', '=', from)
    .where('repository_id', '=', repositoryId)
    .execute();
}

export async function forgetJobs(tx: Tx, installationId: number, repositoryId: number | null): Promise<void> {
  const ofInstallation = tx.deleteFrom('jobs').where('installation_id', '=', installationId);
  await (repositoryId === null
    ? ofInstallation
    : ofInstallation.where('repository_id', '=', repositoryId)
  ).execute();
}
