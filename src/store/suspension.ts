/**
 * While an installation is suspended at GitHub its jobs wait. GitHub then blocks API and webhook events of the account
 * (docs.github.com/en/rest/apps/apps#suspend-an-app-installation).
 */
import type { Hint } from '../jobs.ts';
import type { Suspension } from '../ports.ts';
import type { JobSink } from './job-sink.ts';
import { asTable, type ColumnTypes, forRows } from './json-rows.ts';
import type { Tx, WriteLimitRow } from './tables.ts';
import { isInstallationGone } from './tombstones.ts';
import { FULL_ALLOWANCE } from './write-allowance.ts';
import { toColumns } from './write-limiter.ts';

/**
 * Remembers the newest word on whether an installation is suspended, and lets its jobs go when it is no more. Of two
 * words of one second the one that lets them go holds, so that any order of the same words ends the same.
 */
export async function acceptSuspension(tx: Tx, jobs: JobSink, suspension: Suspension): Promise<void> {
  const { installationId, suspended, observedAt } = suspension;
  if (await isInstallationGone(tx, installationId)) return;
  const said = { suspended: suspended ? 1 : 0, suspension_observed_at: observedAt };
  const written = await tx
    .insertInto('write_limits')
    .values({ installation_id: installationId, ...toColumns(FULL_ALLOWANCE), ...said })
    .onConflict(conflict =>
      conflict
        .column('installation_id')
        .doUpdateSet(said)
        .where(eb =>
          eb.or([
            eb('write_limits.suspension_observed_at', 'is', null),
            eb('write_limits.suspension_observed_at', suspended ? '<' : '<=', observedAt),
          ]),
        ),
    )
    .returning('installation_id')
    .executeTakeFirst();
  if (written !== undefined && !suspended) await jobs.release(tx, installationId);
}

const ID_COLUMNS: ColumnTypes<Pick<WriteLimitRow, 'installation_id'>> = { installation_id: 'bigint' };

const selectSuspended = forRows(ID_COLUMNS, (db, rows) =>
  db
    .selectFrom(asTable(rows, 'asked'))
    .innerJoin('write_limits', 'write_limits.installation_id', 'asked.installation_id')
    .where('suspended', '=', 1)
    .select('write_limits.installation_id'),
);

/** What GitHub tells of a later time proves that a suspension is over, whatever became of the word of that. */
export async function endOlderSuspensions(tx: Tx, jobs: JobSink, hints: readonly Hint[]): Promise<void> {
  const newest = new Map<number, number>();
  for (const { target, observedAt } of hints) {
    const { installationId } = target.repository;
    newest.set(installationId, Math.max(observedAt, newest.get(installationId) ?? observedAt));
  }
  // Few are suspended: one question for all is the rule, and a write the exception.
  const suspended = await selectSuspended(
    tx,
    [...newest.keys()].map(installation_id => ({ installation_id })),
  );
  for (const { installation_id } of suspended) {
    await endOlderSuspension(tx, jobs, installation_id, newest.get(installation_id) ?? 0);
  }
}

async function endOlderSuspension(
  tx: Tx,
  jobs: JobSink,
  installationId: number,
  observedAt: number,
): Promise<void> {
  const ended = await tx
    .updateTable('write_limits')
    .set({ suspended: 0, suspension_observed_at: observedAt })
    .where('installation_id', '=', installationId)
    .where('suspended', '=', 1)
    .where('suspension_observed_at', '<', observedAt)
    .returning('installation_id')
    .executeTakeFirst();
  if (ended !== undefined) await jobs.release(tx, installationId);
}
