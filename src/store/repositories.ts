/** The newest that is known about a repository: a rename or a transfer reaches everything through this one row. */
import { Repository } from '../jobs.ts';
import { requireShape } from './stored-json.ts';
import type { Database, RepositoryRow, Tx } from './tables.ts';

/**
 * Remembers what a delivery said, unless a newer one spoke before. Answers the installation that the repository
 * belongs to now. `observedAt`: seconds since 1970.
 */
export async function rememberRepository(
  tx: Tx,
  repository: Repository,
  observedAt: number,
): Promise<{ installationId: number }> {
  const row = toRow(repository, observedAt);
  const written = await tx
    .insertInto('repositories')
    .values(row)
    .onConflict(conflict =>
      conflict.column('repository_id').doUpdateSet(row).where('repositories.observed_at', '<=', observedAt),
    )
    .returning('installation_id')
    .executeTakeFirst();
  if (written !== undefined) return { installationId: written.installation_id };
  const newer = await tx
    .selectFrom('repositories')
    .where('repository_id', '=', repository.repositoryId)
    .select('installation_id')
    .executeTakeFirstOrThrow();
  return { installationId: newer.installation_id };
}

/** Makes the row if there is none; for words that carry no time of their own. */
export async function ensureRepository(tx: Tx, repository: Repository): Promise<void> {
  await tx
    .insertInto('repositories')
    .values(toRow(repository, 0))
    .onConflict(conflict => conflict.column('repository_id').doNothing())
    .execute();
}

export async function readRepository(db: Database, repositoryId: number): Promise<Repository | null> {
  const row = await db
    .selectFrom('repositories')
    .where('repository_id', '=', repositoryId)
    .selectAll()
    .executeTakeFirst();
  return row === undefined ? null : toRepository(row);
}

export function toRepository(row: Omit<RepositoryRow, 'observed_at'>): Repository {
  const repository = {
    installationId: row.installation_id,
    repositoryId: row.repository_id,
    owner: row.owner,
    name: row.name,
    defaultBranch: row.default_branch,
    private: row.private === 1,
  };
  return requireShape(Repository, repository, `repository ${row.repository_id}`);
}

function toRow(repository: Repository, observedAt: number): RepositoryRow {
  return {
    repository_id: repository.repositoryId,
    installation_id: repository.installationId,
    owner: repository.owner,
    name: repository.name,
    default_branch: repository.defaultBranch,
    private: repository.private ? 1 : 0,
    observed_at: observedAt,
  };
}
