/** The newest that is known about a repository: a rename or a transfer reaches everything through this one row. */
import { Repository } from '../jobs.ts';
import type { JobSink } from './job-sink.ts';
import { requireShape } from './stored-json.ts';
import type { Database, RepositoryRow, Tx } from './tables.ts';
import { hasManyWriters } from './transact.ts';

/**
 * Remembers what a delivery said, unless a newer one spoke before. Answers the installation that the repository
 * belongs to now. `observedAt`: seconds since 1970.
 */
export async function rememberRepository(
  tx: Tx,
  jobs: JobSink,
  repository: Repository,
  observedAt: number,
): Promise<{ installationId: number }> {
  const { repositoryId, installationId } = repository;
  const before = await readInstallation(tx, repositoryId);
  const row = toRow(repository, observedAt);
  const written = await tx
    .insertInto('repositories')
    .values(row)
    .onConflict(conflict =>
      conflict.column('repository_id').doUpdateSet(row).where('repositories.observed_at', '<=', observedAt),
    )
    .returning('installation_id')
    .executeTakeFirst();
  if (written === undefined) return { installationId: before ?? installationId };
  if (before !== null && before !== installationId)
    await move(tx, jobs, repositoryId, before, installationId);
  return { installationId };
}

/** What waits for a transferred repository goes along, so that it is not deleted with the installation that it left. */
async function move(tx: Tx, jobs: JobSink, repositoryId: number, from: number, to: number): Promise<void> {
  await jobs.move(tx, repositoryId, from, to);
  for (const table of ['instructions', 'dead_letters'] as const) {
    await tx
      .updateTable(table)
      .set({ installation_id: to })
      .where('installation_id', '=', from)
      .where('repository_id', '=', repositoryId)
      .execute();
  }
}

/** Makes the row if there is none; for words that carry no time of their own. */
export async function ensureRepository(tx: Tx, repository: Repository): Promise<void> {
  await tx
    .insertInto('repositories')
    .values(toRow(repository, 0))
    .onConflict(conflict => conflict.column('repository_id').doNothing())
    .execute();
}

/** As `isKnownRepository`, and the repository stays known until the transaction ends. */
export async function holdKnownRepository(tx: Tx, repositoryId: number): Promise<boolean> {
  const row = await tx
    .selectFrom('repositories')
    .where('repository_id', '=', repositoryId)
    .select('repository_id')
    .$if(hasManyWriters(tx), query => query.forUpdate())
    .executeTakeFirst();
  return row !== undefined;
}

export async function isKnownRepository(db: Database, repositoryId: number): Promise<boolean> {
  return (await readInstallation(db, repositoryId)) !== null;
}

async function readInstallation(db: Database, repositoryId: number): Promise<number | null> {
  const row = await db
    .selectFrom('repositories')
    .where('repository_id', '=', repositoryId)
    .select('installation_id')
    .executeTakeFirst();
  return row?.installation_id ?? null;
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
