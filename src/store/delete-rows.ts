/**
 * Deletes rows by whom they are about. What hangs on a repository's row goes with it. Jobs go first: who settles one
 * writes its dead letter after it, and two who take the same rows in one order do not wait for each other.
 */
import type { JobSink } from './job-sink.ts';
import type { Tx } from './tables.ts';

export async function deleteInstallation(tx: Tx, jobs: JobSink, installationId: number): Promise<void> {
  await jobs.forget(tx, installationId, null);
  for (const table of [
    'tombstones',
    'returned_repositories',
    'instructions',
    'dead_letters',
    'repositories',
    'owner_settings',
    'write_limits',
  ] as const) {
    await tx.deleteFrom(table).where('installation_id', '=', installationId).execute();
  }
}

/** A repository that belongs to another installation by now (it was transferred) keeps its rows there. */
export async function deleteRepository(
  tx: Tx,
  jobs: JobSink,
  installationId: number,
  repositoryId: number,
): Promise<void> {
  await jobs.forget(tx, installationId, repositoryId);
  for (const table of ['instructions', 'dead_letters', 'repositories'] as const) {
    await tx
      .deleteFrom(table)
      .where('installation_id', '=', installationId)
      .where('repository_id', '=', repositoryId)
      .execute();
  }
}
