/** Carries out a removal: deletes what is stored for an installation, or for some of its repositories. */
import { Instruction } from '../jobs.ts';
import { deleteInstallation, deleteRepository } from './delete-rows.ts';
import { hold } from './hold.ts';
import type { JobSink } from './job-sink.ts';
import { readJson } from './stored-json.ts';
import { subjects } from './subjects.ts';
import type { Database, Tx } from './tables.ts';
import { hasReturned, readRemovedAt, writeTombstone } from './tombstones.ts';
import { transact } from './transact.ts';

/**
 * One transaction: tombstones written where accepting the removal has not done so, everything else deleted. A repository
 * that came back meanwhile, or belongs to another installation by now, keeps its rows. `repositoryIds` null: the whole
 * installation. `now`: milliseconds since 1970.
 */
export async function forget(
  db: Database,
  jobs: JobSink,
  installationId: number,
  repositoryIds: readonly number[] | null,
  now: number,
): Promise<void> {
  await transact(db, async tx => {
    await hold(tx, subjects(installationId, repositoryIds ?? []));
    if (repositoryIds === null) {
      await deleteInstallation(tx, jobs, installationId);
      await writeTombstone(tx, installationId, null, now);
      return;
    }
    for (const repositoryId of repositoryIds) {
      await forgetRepository(tx, jobs, installationId, repositoryId, now);
    }
    await deleteCoveredForgets(tx, installationId, new Set(repositoryIds));
  });
}

async function forgetRepository(
  tx: Tx,
  jobs: JobSink,
  installationId: number,
  repositoryId: number,
  now: number,
): Promise<void> {
  const isRemoved = (await readRemovedAt(tx, installationId, repositoryId)) !== null;
  if (!isRemoved && (await hasReturned(tx, installationId, repositoryId))) return;
  await deleteRepository(tx, jobs, installationId, repositoryId);
  if (!isRemoved) await writeTombstone(tx, installationId, repositoryId, now);
}

/**
 * The very instructions to forget these repositories name them too. One that names a repository that came back is older
 * than its return: accepting another removal since would have written a tombstone again.
 */
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
