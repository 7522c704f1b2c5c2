/** Very many rows, written by the database itself; the same SQL on SQLite and on PostgreSQL. */

/** Ids of the rows begin here, above those of the examples. */
const FIRST_ID = 200_000_000;

/** So many repositories of one installation. */
const OF_ONE_INSTALLATION = 10;

/** The ids that row number `row` has. */
export function rowIds(row: number): { readonly repositoryId: number; readonly installationId: number } {
  const repositoryId = FIRST_ID + row;
  return { repositoryId, installationId: Math.floor(repositoryId / OF_ONE_INSTALLATION) };
}

/**
 * Statements that write rows number `from` to `to` of each of these tables, as a service has them that has reviewed so
 * many branches: every row is of a repository of its own. `now`: milliseconds since 1970.
 */
export function manyRows(
  tables: readonly ManyRowsTable[],
  { from, to, now }: { readonly from: number; readonly to: number; readonly now: number },
): string[] {
  return tables.map(table => {
    const columns = Object.entries(COLUMNS[table](now));
    return `with recursive numbers (i) as (select ${FIRST_ID + from} union all select i + 1 from numbers where i < ${FIRST_ID + to})
      insert into ${table} (${columns.map(([column]) => column).join(', ')})
      select ${columns.map(([, value]) => value).join(', ')} from numbers`;
  });
}

export type ManyRowsTable = keyof typeof COLUMNS;

const installation = `i / ${OF_ONE_INSTALLATION}`;
const HOUR_MS = 3_600_000;

/** What stands in each column of row `i`; a table comes after those that it refers to. */
const COLUMNS = {
  repositories: (now: number) => ({
    repository_id: 'i',
    installation_id: installation,
    owner: `'owner-' || ${installation}`,
    name: `'project-' || i`,
    default_branch: `'main'`,
    private: '0',
    observed_at: String(Math.floor(now / 1000)),
    reconcile_at: `${now + HOUR_MS} + i % ${HOUR_MS}`,
  }),
  targets: (now: number) => ({
    key: `i || '/branch/main'`,
    repository_id: 'i',
    kind: `'branch'`,
    branch: `'main'`,
    head: `'head-' || i`,
    head_observed_at: '1',
    requested: '1',
    done: '1',
    requested_at: `${now} - i % ${HOUR_MS}`,
  }),
  deliveries: (now: number) => ({
    id: `'earlier-' || i`,
    event: `'push'`,
    accepted_at: `${now} - i % ${HOUR_MS}`,
  }),
  publications: (now: number) => ({
    repository_id: 'i',
    head_sha: `'head-' || i`,
    external_id: `'external-' || i`,
    check_run_id: 'i',
    digest: `'digest'`,
    intended_at: `${now} - i % ${HOUR_MS}`,
  }),
  reports: (now: number) => ({
    repository_id: 'i',
    inputs_digest: `'inputs-' || i`,
    reports: `'[]'`,
    saved_at: `${now} - i % ${HOUR_MS}`,
  }),
  instructions: (now: number) => ({
    id: `'instruction-' || i`,
    kind: `'re-review'`,
    installation_id: installation,
    repository_id: 'i',
    payload: `'{}'`,
    accepted_at: `${now} - i % ${HOUR_MS}`,
    result: `'done'`,
    finished_at: String(now),
  }),
  jobs: (now: number) => ({
    id: 'i',
    key: `i || '/branch/main'`,
    lane: `i || '/branch/main'`,
    payload: `'{}'`,
    installation_id: installation,
    repository_id: 'i',
    state: `'waiting'`,
    phase: `'run'`,
    again: '0',
    run_at: `${now + HOUR_MS} + i % ${HOUR_MS}`,
    held: '1',
    attempts: '0',
    background: 'i % 2',
  }),
  write_limits: () => ({
    installation_id: 'i',
    minute_clear_at: '0',
    hour_clear_at: '0',
    paused_until: '0',
    promised_at: '0',
  }),
  dead_letters: (now: number) => ({
    reference_id: `'reference-' || i`,
    job_key: `i || '/branch/main'`,
    payload: `'{}'`,
    installation_id: installation,
    repository_id: 'i',
    code: `'INTERNAL'`,
    detail: `'detail'`,
    died_at: `${now} - i % ${HOUR_MS}`,
  }),
  tombstones: (now: number) => ({ installation_id: 'i', repository_id: '0', removed_at: String(now) }),
  returned_repositories: (now: number) => ({
    installation_id: installation,
    repository_id: 'i',
    returned_at: String(now),
  }),
  posts: (now: number) => ({
    repository_id: 'i',
    key: `'dashboard'`,
    marker: `'marker'`,
    posted_id: 'i',
    intended_at: String(now),
  }),
  author_words: (now: number) => ({
    repository_id: 'i',
    pull_number: '1',
    criterion: `'failures'`,
    word: `'{}'`,
    said_by: `'ada'`,
    comment_id: 'i',
    said_at: String(now),
  }),
  repository_settings: (now: number) => ({
    repository_id: 'i',
    out_of_reach: '0',
    looked_at: String(now),
  }),
  owner_settings: (now: number) => ({ installation_id: 'i', out_of_reach: '0', looked_at: String(now) }),
  command_uses: (now: number) => ({
    repository_id: 'i',
    comment_id: 'i',
    issue_number: '1',
    used_at: String(now),
    told: '0',
  }),
  command_declines: (now: number) => ({
    repository_id: 'i',
    comment_id: 'i',
    issue_number: '1',
    author: `'grace'`,
    declined_at: String(now),
    told: '0',
  }),
} as const satisfies Record<string, (now: number) => Readonly<Record<string, string>>>;

/** Every table that grows with use. */
export const GROWING_TABLES = Object.keys(COLUMNS) as ManyRowsTable[];
