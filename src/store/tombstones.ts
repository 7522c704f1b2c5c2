/** Removed installations and repositories, remembered so that late deliveries do not bring their rows back. */
import type { Database, Tx } from './tables.ts';

/** GitHub's ids start at 1. */
const WHOLE_INSTALLATION = 0;

/** `repositoryId` null: the whole installation. `removedAt`: milliseconds since 1970. */
export async function writeTombstone(
  tx: Tx,
  installationId: number,
  repositoryId: number | null,
  removedAt: number,
): Promise<void> {
  await tx
    .insertInto('tombstones')
    .values({
      installation_id: installationId,
      repository_id: repositoryId ?? WHOLE_INSTALLATION,
      removed_at: removedAt,
    })
    .onConflict(conflict =>
      conflict.columns(['installation_id', 'repository_id']).doUpdateSet({ removed_at: removedAt }),
    )
    .execute();
}

/** A removed installation never comes back: GitHub gives a new one a new id. */
export async function isInstallationGone(db: Database, installationId: number): Promise<boolean> {
  return (await readRemovedAt(db, installationId, WHOLE_INSTALLATION)) !== null;
}

/** True where the repository, or the installation it is named with, was removed. */
export async function isRepositoryGone(
  db: Database,
  installationId: number,
  repositoryId: number,
): Promise<boolean> {
  if (await isInstallationGone(db, installationId)) return true;
  return (await readRemovedAt(db, installationId, repositoryId)) !== null;
}

/**
 * As `isRepositoryGone`, for words with a time: a repository can be added again to the same installation, so what was
 * observed after the removal lifts its tombstone. `observedAt`: seconds since 1970.
 */
export async function isGoneSince(
  tx: Tx,
  installationId: number,
  repositoryId: number,
  observedAt: number,
): Promise<boolean> {
  if (await isInstallationGone(tx, installationId)) return true;
  const removedAt = await readRemovedAt(tx, installationId, repositoryId);
  if (removedAt === null) return false;
  if (observedAt * 1000 <= removedAt) return true;
  await tx
    .deleteFrom('tombstones')
    .where('installation_id', '=', installationId)
    .where('repository_id', '=', repositoryId)
    .execute();
  return false;
}

async function readRemovedAt(
  db: Database,
  installationId: number,
  repositoryId: number,
): Promise<number | null> {
  const row = await db
    .selectFrom('tombstones')
    .where('installation_id', '=', installationId)
    .where('repository_id', '=', repositoryId)
    .select('removed_at')
    .executeTakeFirst();
  return row?.removed_at ?? null;
}
