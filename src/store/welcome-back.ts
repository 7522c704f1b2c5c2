/**
 * A removed repository can be added again to the same installation. It begins anew: what was stored before its removal
 * is deleted here and now, so that the removal, where it still waits to be carried out, finds nothing to do.
 */
import { deleteRepository } from './delete-rows.ts';
import type { JobSink } from './job-sink.ts';
import type { Tx } from './tables.ts';
import { liftTombstone, readRemovals, readRemovedAt } from './tombstones.ts';

/** Ends the removal of a repository; one that was not removed stays as it is. `now`: milliseconds since 1970. */
export async function welcomeBack(
  tx: Tx,
  jobs: JobSink,
  installationId: number,
  repositoryId: number,
  now: number,
): Promise<void> {
  if ((await readRemovedAt(tx, installationId, repositoryId)) === null) return;
  await deleteRepository(tx, jobs, installationId, repositoryId);
  await liftTombstone(tx, installationId, repositoryId, now);
}

/**
 * True where the repository, or its installation, was removed and these words are older. Newer ones prove that it was
 * added again, whatever became of the word of that: they end its removal. `observedAt`: seconds since 1970, `now`:
 * milliseconds since 1970.
 */
export async function isGoneSince(
  tx: Tx,
  jobs: JobSink,
  { installationId, repositoryId }: { readonly installationId: number; readonly repositoryId: number },
  observedAt: number,
  now: number,
): Promise<boolean> {
  const { isInstallationGone, removedAt } = await readRemovals(tx, installationId, repositoryId);
  if (isInstallationGone) return true;
  if (removedAt === null) return false;
  if (observedAt * 1000 <= removedAt) return true;
  await welcomeBack(tx, jobs, installationId, repositoryId, now);
  return false;
}
