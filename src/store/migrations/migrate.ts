/** Brings a database to the newest schema; forward only. */
import { type Kysely, sql } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator } from 'kysely/migration';
import { ShowworkError } from '../../errors.ts';
import { hasManyWriters, isCollision, MAX_TRIES } from '../transact.ts';
import { compareSchema } from './compare-schema.ts';

/**
 * Runs the migrations that the database does not have yet, in the order of their names, all in one transaction, and
 * records them. Leaves a database of a newer version as it is where that one lets this one work on it, and else fails
 * with STORE_UNAVAILABLE: it would damage what that one stored.
 *
 * `schema`: where the tables stand, on PostgreSQL.
 */
export async function migrate<Schema>(
  db: Kysely<Schema>,
  migrations: Readonly<Record<string, Migration>>,
  schema?: string,
): Promise<void> {
  const { unknown, mayWork } = compareSchema(await readApplied(db), Object.keys(migrations));
  if (!mayWork) {
    throw new ShowworkError(
      'STORE_UNAVAILABLE',
      `The database was written by a newer version of Showwork (it has ${unknown.join(', ')}). Start that version again, or restore a backup made before the upgrade.`,
    );
  }
  if (unknown.length > 0) return;
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    ...(schema !== undefined && { migrationTableSchema: schema }),
  });
  let { error, results } = await migrator.migrateToLatest();
  // What others hold a lock of while they wait for one that a migration took.
  for (let tries = 1; tries < MAX_TRIES && isCollision(error); tries += 1) {
    ({ error, results } = await migrator.migrateToLatest());
  }
  if (error === undefined) return;
  const failed = results?.find(result => result.status === 'Error')?.migrationName ?? 'before the first one';
  throw new ShowworkError(
    'STORE_UNAVAILABLE',
    `Migrating the database failed (${failed}); it stands as it was before.`,
    {
      cause: error,
    },
  );
}

/** True where the database has all of these migrations, and no other that closes it to this version. */
export async function isReady<Schema>(
  db: Kysely<Schema>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<boolean> {
  const { pending, mayWork } = compareSchema(await readApplied(db), Object.keys(migrations));
  return pending.length === 0 && mayWork;
}

/** The names of the migrations that the database has, in order; none where it is new. */
export async function readApplied<Schema>(db: Kysely<Schema>): Promise<string[]> {
  if (!(await isMigrationTableThere(db))) return [];
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.table(DEFAULT_MIGRATION_TABLE)} order by name
  `.execute(db);
  return rows.map(row => row.name);
}

async function isMigrationTableThere<Schema>(db: Kysely<Schema>): Promise<boolean> {
  if (hasManyWriters(db)) {
    // In the schema of this connection: others of the same database may belong to somebody else.
    const { rows } = await sql<{ there: boolean }>`
      select to_regclass(quote_ident(current_schema()) || ${`.${DEFAULT_MIGRATION_TABLE}`}) is not null as there
    `.execute(db);
    return rows.some(row => row.there);
  }
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  return tables.some(table => table.name === DEFAULT_MIGRATION_TABLE);
}
