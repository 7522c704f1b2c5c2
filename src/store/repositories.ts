/** The newest that is known about a repository: a rename or a transfer reaches everything through this one row. */
import { Repository } from '../jobs.ts';
import type { JobSink } from './job-sink.ts';
import { asTable, type ColumnTypes, columnsOf, forRows } from './json-rows.ts';
import { requireShape } from './stored-json.ts';
import type { Database, RepositoryRow, Tx } from './tables.ts';
import { hasManyWriters } from './transact.ts';

/** What a delivery said about a repository; `observedAt` in seconds since 1970. */
export interface Said {
  readonly repository: Repository;
  readonly observedAt: number;
}

const REPOSITORY_COLUMNS: ColumnTypes<RepositoryRow> = {
  repository_id: 'bigint',
  installation_id: 'bigint',
  owner: 'text',
  name: 'text',
  default_branch: 'text',
  private: 'bigint',
  observed_at: 'bigint',
};

const upsertNewest = forRows(REPOSITORY_COLUMNS, (db, rows) =>
  db
    .insertInto('repositories')
    .columns(columnsOf(REPOSITORY_COLUMNS))
    .expression(rows)
    .onConflict(conflict =>
      conflict
        .column('repository_id')
        .doUpdateSet(eb => ({
          installation_id: eb.ref('excluded.installation_id'),
          owner: eb.ref('excluded.owner'),
          name: eb.ref('excluded.name'),
          default_branch: eb.ref('excluded.default_branch'),
          private: eb.ref('excluded.private'),
          observed_at: eb.ref('excluded.observed_at'),
        }))
        .whereRef('repositories.observed_at', '<=', 'excluded.observed_at'),
    )
    .returning(['repository_id', 'installation_id']),
);

/**
 * Remembers what deliveries said, in their order, unless a newer one spoke before. Answers the installation that each
 * repository belongs to now.
 */
export async function rememberRepositories(
  tx: Tx,
  jobs: JobSink,
  said: readonly Said[],
): Promise<ReadonlyMap<number, number>> {
  const newest = foldByRepository(said);
  const before = await readInstallations(tx, [...newest.keys()]);
  const written = await upsertNewest(
    tx,
    [...newest.values()].map(({ repository, observedAt }) => toRow(repository, observedAt)),
  );
  for (const { repository_id, installation_id } of written) {
    const from = before.get(repository_id) ?? installation_id;
    if (from !== installation_id) await move(tx, jobs, repository_id, from, installation_id);
  }
  return new Map([...before, ...written.map(row => [row.repository_id, row.installation_id] as const)]);
}

/** One statement writes a row once. Of two words of one second the second holds, as it would in the table. */
function foldByRepository(said: readonly Said[]): ReadonlyMap<number, Said> {
  const newest = new Map<number, Said>();
  for (const one of said) {
    const { repositoryId } = one.repository;
    const before = newest.get(repositoryId);
    if (before === undefined || before.observedAt <= one.observedAt) newest.set(repositoryId, one);
  }
  return newest;
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
  return (await readInstallations(db, [repositoryId])).size > 0;
}

const ID_COLUMNS: ColumnTypes<Pick<RepositoryRow, 'repository_id'>> = { repository_id: 'bigint' };

const selectInstallations = forRows(ID_COLUMNS, (db, rows) =>
  db
    .selectFrom(asTable(rows, 'asked'))
    .innerJoin('repositories', 'repositories.repository_id', 'asked.repository_id')
    .select(['repositories.repository_id', 'repositories.installation_id']),
);

/** The installations of those repositories that are known. */
async function readInstallations(
  db: Database,
  repositoryIds: readonly number[],
): Promise<Map<number, number>> {
  const rows = await selectInstallations(
    db,
    repositoryIds.map(repository_id => ({ repository_id })),
  );
  return new Map(rows.map(row => [row.repository_id, row.installation_id]));
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
