/** Brings a database to the newest schema; forward only. */
import { type Kysely, sql } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator } from 'kysely/migration';
import { ShowworkError } from '../../errors.ts';

/**
 * Runs the migrations that the database does not have yet, in the order of their names, all in one transaction, and
 * records them. Fails with STORE_UNAVAILABLE where the database holds a migration that this version does not know:
 * it was written by a newer one, and working on it would damage what that one stored.
 */
export async function migrate<Schema>(
  db: Kysely<Schema>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> {
  const unknown = (await readApplied(db)).filter(name => !(name in migrations));
  if (unknown.length > 0) {
    throw new ShowworkError(
      'STORE_UNAVAILABLE',
      `The database was written by a newer version of Showwork (it has ${unknown.join(', ')}). Start that version again, or restore a backup made before the upgrade.`,
    );
  }
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results } = await migrator.migrateToLatest();
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

/** The names of the migrations that the database has, in order; none where it is new. */
export async function readApplied<Schema>(db: Kysely<Schema>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(table => table.name === DEFAULT_MIGRATION_TABLE)) return [];
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.table(DEFAULT_MIGRATION_TABLE)} order by name
  `.execute(db);
  return rows.map(row => row.name);
}
