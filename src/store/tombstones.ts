/**
 * Removed installations and repositories, remembered so that late deliveries do not bring their rows back; and those
 * that came back, so that a removal that is carried out late does not delete what is new.
 */
import { ShowworkError } from '../errors.ts';
import type { Repository } from '../jobs.ts';
import { asTable, type ColumnTypes, forRows } from './json-rows.ts';
import type { Database, TombstoneRow, Tx } from './tables.ts';

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
  const returned = tx.deleteFrom('returned_repositories').where('installation_id', '=', installationId);
  await (repositoryId === null ? returned : returned.where('repository_id', '=', repositoryId)).execute();
}

/** The repository is here again: a removal that was accepted before is over. `now`: milliseconds since 1970. */
export async function liftTombstone(
  tx: Tx,
  installationId: number,
  repositoryId: number,
  now: number,
): Promise<void> {
  await tx
    .deleteFrom('tombstones')
    .where('installation_id', '=', installationId)
    .where('repository_id', '=', repositoryId)
    .execute();
  await tx
    .insertInto('returned_repositories')
    .values({ installation_id: installationId, repository_id: repositoryId, returned_at: now })
    .onConflict(conflict =>
      conflict.columns(['installation_id', 'repository_id']).doUpdateSet({ returned_at: now }),
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
  const { isInstallationGone, removedAt } = await readRemovals(db, installationId, repositoryId);
  return isInstallationGone || removedAt !== null;
}

type Named = Pick<Repository, 'installationId' | 'repositoryId'>;

type NamedRow = Pick<TombstoneRow, 'installation_id' | 'repository_id'>;

const NAMED_COLUMNS: ColumnTypes<NamedRow> = { installation_id: 'bigint', repository_id: 'bigint' };

const selectRemoved = forRows(NAMED_COLUMNS, (db, rows) =>
  db
    .selectFrom(asTable(rows, 'asked'))
    .innerJoin('tombstones', join =>
      join
        .onRef('tombstones.installation_id', '=', 'asked.installation_id')
        .onRef('tombstones.repository_id', '=', 'asked.repository_id'),
    )
    .limit(1)
    .select('tombstones.removed_at'),
);

/** True where `isRepositoryGone` is, for one of these or more. */
export async function isAnyRemoved(db: Database, repositories: readonly Named[]): Promise<boolean> {
  const asked = new Map<string, NamedRow>();
  for (const { installationId, repositoryId } of repositories) {
    for (const id of [WHOLE_INSTALLATION, repositoryId]) {
      asked.set(`${installationId}/${id}`, { installation_id: installationId, repository_id: id });
    }
  }
  return (await selectRemoved(db, [...asked.values()])).length > 0;
}

export interface Removals {
  readonly isInstallationGone: boolean;
  /** When the repository itself was removed, in milliseconds since 1970; null where it was not. */
  readonly removedAt: number | null;
}

export async function readRemovals(
  db: Database,
  installationId: number,
  repositoryId: number,
): Promise<Removals> {
  const rows = await db
    .selectFrom('tombstones')
    .where('installation_id', '=', installationId)
    .where('repository_id', 'in', [WHOLE_INSTALLATION, repositoryId])
    .select(['repository_id', 'removed_at'])
    .execute();
  return {
    isInstallationGone: rows.some(row => row.repository_id === WHOLE_INSTALLATION),
    removedAt: rows.find(row => row.repository_id === repositoryId)?.removed_at ?? null,
  };
}

/** What a running job fails with that would leave rows behind. */
export function repositoryGone(repositoryId: number): ShowworkError {
  return new ShowworkError('GITHUB_GONE', `repository ${repositoryId} was removed from this app`);
}

/** When it was removed, in milliseconds since 1970; null where no tombstone of its own stands. */
export async function readRemovedAt(
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

/** True where its tombstone was lifted and no other was written since. */
export async function hasReturned(
  db: Database,
  installationId: number,
  repositoryId: number,
): Promise<boolean> {
  const row = await db
    .selectFrom('returned_repositories')
    .where('installation_id', '=', installationId)
    .where('repository_id', '=', repositoryId)
    .select('returned_at')
    .executeTakeFirst();
  return row !== undefined;
}
