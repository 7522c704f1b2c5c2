/** Deletes what is stored for an installation, or for some of its repositories. */
import { Instruction } from '../jobs.ts';
import type { JobSink } from './job-sink.ts';
import { readJson } from './stored-json.ts';
import type { Database, Tx } from './tables.ts';
import { writeTombstone } from './tombstones.ts';

/**
 * One transaction: tombstones written, everything else deleted. A repository that belongs to another installation by
 * now (it was transferred) stays. `repositoryIds` null: the whole installation. `now`: milliseconds since 1970.
 */
export async function forget(
  db: Database,
  jobs: JobSink,
  installationId: number,
  repositoryIds: readonly number[] | null,
  now: number,
): Promise<void> {
  await db.transaction().execute(async tx => {
    if (repositoryIds === null) return forgetInstallation(tx, jobs, installationId, now);
    for (const repositoryId of repositoryIds) {
      await forgetRepository(tx, jobs, installationId, repositoryId, now);
    }
    await deleteCoveredForgets(tx, installationId, new Set(repositoryIds));
  });
}

async function forgetInstallation(tx: Tx, jobs: JobSink, installationId: number, now: number): Promise<void> {
  for (const table of [
    'tombstones',
    'instructions',
    'dead_letters',
    'repositories',
    'write_limits',
  ] as const) {
    await tx.deleteFrom(table).where('installation_id', '=', installationId).execute();
  }
  await jobs.forget(tx, installationId, null);
  await writeTombstone(tx, installationId, null, now);
}

async function forgetRepository(
  tx: Tx,
  jobs: JobSink,
  installationId: number,
  repositoryId: number,
  now: number,
): Promise<void> {
  for (const table of ['instructions', 'dead_letters', 'repositories'] as const) {
    await tx
      .deleteFrom(table)
      .where('installation_id', '=', installationId)
      .where('repository_id', '=', repositoryId)
      .execute();
  }
  await jobs.forget(tx, installationId, repositoryId);
  await writeTombstone(tx, installationId, repositoryId, now);
}

/** The very instructions to forget these repositories name them too. */
async function deleteCoveredForgets(
  tx: Tx,
  installationId: number,
  forgotten: ReadonlySet<number>,
): Promise<void> {
  const rows = await tx
    .selectFrom('instructions')
    .where('installation_id', '=', installationId)
    .where('repository_id', 'is', null)
    .select(['id', 'payload'])
    .execute();
  for (const row of rows) {
    const instruction = readJson(Instruction, row.payload);
    if (instruction?.kind !== 'forget' || instruction.repositoryIds === null) continue;
    if (!instruction.repositoryIds.every(id => forgotten.has(id))) continue;
    await tx.deleteFrom('instructions').where('id', '=', row.id).execute();
  }
}
