/**
 * The queue's side of the store's transactions: one row per key. Each change is one statement, so that it is right also
 * where another process takes or settles the same job at the same moment.
 */
import { type ExpressionBuilder, sql } from 'kysely';
import type { NewJob } from '../job-sink.ts';
import { type ColumnTypes, columnsOf, forRows } from '../json-rows.ts';
import type { JobRow, Tables, Tx } from '../tables.ts';
import { isRunning } from './job-states.ts';

type Conflict = ExpressionBuilder<Tables & { excluded: Tables['jobs'] }, 'jobs' | 'excluded'>;

const JOB_COLUMNS: ColumnTypes<ReturnType<typeof toRow> & Pick<JobRow, 'asks'>> = {
  key: 'text',
  lane: 'text',
  payload: 'text',
  installation_id: 'bigint',
  repository_id: 'bigint',
  state: 'text',
  phase: 'text',
  again: 'bigint',
  run_at: 'bigint',
  held: 'bigint',
  attempts: 'bigint',
  background: 'bigint',
  asks: 'bigint',
};

const upsertJobs = forRows(JOB_COLUMNS, (db, rows) =>
  db
    .insertInto('jobs')
    .columns(columnsOf(JOB_COLUMNS))
    .expression(rows)
    .onConflict(conflict =>
      conflict.column('key').doUpdateSet(eb => ({
        again: eb.case().when('jobs.state', '=', 'running').then(1).else(eb.ref('jobs.again')).end(),
        asks: sql<number>`coalesce(${eb.ref('jobs.asks')}, 0) + ${eb.ref('excluded.asks')}`,
        phase: whereItWaits(eb, 'phase'),
        attempts: whereItWaits(eb, 'attempts'),
        reference_id: whereItWaits(eb, 'reference_id'),
        installation_id: whereItWaits(eb, 'installation_id'),
        run_at: eb
          .case()
          .when(
            eb.and([
              eb('jobs.state', '=', 'waiting'),
              eb('jobs.held', '=', 0),
              eb('jobs.run_at', '>', eb.ref('excluded.run_at')),
            ]),
          )
          .then(eb.ref('excluded.run_at'))
          .else(eb.ref('jobs.run_at'))
          .end(),
      })),
    ),
);

/**
 * What waits stands for the newest request: its attempts start anew, and at once unless a time is binding. What runs is
 * asked for again. `now`: milliseconds since 1970.
 */
export async function enqueue(tx: Tx, jobs: readonly NewJob[], now: number): Promise<void> {
  // One statement writes a row once.
  const byKey = new Map<string, { job: NewJob; asks: number }>();
  for (const job of jobs) byKey.set(job.key, { job, asks: (byKey.get(job.key)?.asks ?? 0) + 1 });
  await upsertJobs(
    tx,
    [...byKey.values()].map(({ job, asks }) => ({ ...toRow(job, now), asks })),
  );
}

function toRow(job: NewJob, now: number) {
  return {
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
  } as const;
}

/** As asked for now where the job waits; as it is where it runs. */
function whereItWaits<Column extends keyof JobRow>(eb: Conflict, column: Column) {
  return eb
    .case()
    .when('jobs.state', '=', 'waiting')
    .then(eb.ref(`excluded.${column}`))
    .else(eb.ref(`jobs.${column}`))
    .end();
}

/** `now`: milliseconds since 1970. */
export async function releaseHeld(tx: Tx, installationId: number, now: number): Promise<void> {
  await tx
    .updateTable('jobs')
    .set(eb => ({
      run_at: eb.case().when('state', '=', 'waiting').then(now).else(eb.ref('run_at')).end(),
      held: 0,
      released: eb.case().when('state', '=', 'running').then(1).else(eb.ref('released')).end(),
    }))
    .where('installation_id', '=', installationId)
    .where(eb => eb.or([isRunning(eb), eb('held', '=', 1)]))
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
