/** Whose the rows of each table are. A table that is missing here does not compile: export and removal go by it. */
import type { Tables } from './tables.ts';

/**
 * `installation`: by `installation_id` only. `repository`: by `repository_id` only, and they go with their repository's
 * row. `both`: by either. `nobody`: ids and times that name no account.
 */
type Belongs = 'installation' | 'repository' | 'both' | 'nobody';

/** In the order in which rows are exported and deleted; jobs first, so that none begins meanwhile. */
const BELONGS = {
  jobs: 'both',
  repositories: 'both',
  targets: 'repository',
  publications: 'repository',
  reports: 'repository',
  posts: 'repository',
  author_words: 'repository',
  repository_settings: 'repository',
  command_uses: 'repository',
  command_declines: 'repository',
  instructions: 'both',
  dead_letters: 'both',
  owner_settings: 'installation',
  write_limits: 'installation',
  returned_repositories: 'both',
  tombstones: 'both',
  deliveries: 'nobody',
  failed_deliveries: 'nobody',
  marks: 'nobody',
  leases: 'nobody',
} as const satisfies Record<keyof Tables, Belongs>;

type Table = keyof typeof BELONGS;
type TableOf<Who extends Belongs> = {
  [Name in Table]: (typeof BELONGS)[Name] extends Who ? Name : never;
}[Table];

function tablesOf<Who extends Belongs>(...who: readonly Who[]): readonly TableOf<Who>[] {
  const belongs: Readonly<Record<string, Belongs>> = BELONGS;
  const isOf = (table: string): table is TableOf<Who> => who.some(one => one === belongs[table]);
  return Object.keys(belongs).filter(isOf);
}

/** What holds an installation's id. */
export const INSTALLATION_TABLES = tablesOf('installation', 'both');
/** What holds a repository's id beside its installation's. */
export const BOTH_TABLES = tablesOf('both');
/** What holds a repository's id alone. */
export const REPOSITORY_TABLES = tablesOf('repository');

/** Columns that hold JSON, in whichever table. */
export const JSON_COLUMNS: ReadonlySet<string> = new Set([
  'payload',
  'reports',
  'word',
  'since',
  'last_reviewed',
  'current',
  'last_good',
]);
