/** Versions that come after this one, as far as a database tells: with migrations of their own. */
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { migrate } from '../../src/store/migrations/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations/migrations.ts';
import { nodeSqliteDialect } from '../../src/store/sqlite/node-sqlite-dialect.ts';

type Migrations = Readonly<Record<string, Migration>>;

const COUNT = Object.keys(MIGRATIONS).length;
const numbered = (number: number) => String(number).padStart(4, '0');
const running =
  (...statements: readonly string[]) =>
  async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  };

/** Adds to tables that are written all the time, and lets this version work on. */
export const ADDING: Migrations = {
  ...MIGRATIONS,
  [`${numbered(COUNT + 1)}-adding@${numbered(COUNT)}`]: {
    up: running(
      'alter table jobs add column estimate bigint',
      'alter table targets add column mood text',
      'alter table repositories add column stars bigint',
      'create table moods (repository_id bigint primary key, mood text not null)',
      'create index jobs_by_estimate on jobs (estimate)',
    ),
  },
};

export const CLOSING_NAME = `${numbered(COUNT + 2)}-closing@${numbered(COUNT + 1)}`;

/** Comes after that one and takes something away, which this version must not meet. */
export const CLOSING: Migrations = {
  ...ADDING,
  [CLOSING_NAME]: { up: running('drop table marks') },
};

/** Brings a file that nobody has open to a version. */
export async function migrateFile(path: string, migrations: Migrations): Promise<void> {
  const db = new Kysely<unknown>({ dialect: nodeSqliteDialect(new DatabaseSync(path)) });
  await migrate(db, migrations);
  await db.destroy();
}
