/** What the migrations do to those who work on the same database with an older version. */
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import pg from 'pg';
import { compareSchema, oldestVersionFor } from '../../src/store/migrations/compare-schema.ts';
import { migrate } from '../../src/store/migrations/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations/migrations.ts';
import { nodeSqliteDialect } from '../../src/store/sqlite/node-sqlite-dialect.ts';
import { IN_MEMORY } from '../../src/store/sqlite/open-database.ts';
import { createPostgresSchemas, describeOnPostgres } from './postgres-schemas.ts';
import { readSchema, takenFrom } from './schema-of.ts';

type Migrations = readonly (readonly [string, Migration])[];

/** The last one that was named before names told the oldest version. */
const SILENT = 7;
const numberOf = (name: string) => Number(name.slice(0, 4));
const all: Migrations = Object.entries(MIGRATIONS);

/** Of the versions that may work on a database with this migration, the oldest. */
const oldestOf = (name: string) => (numberOf(name) <= SILENT ? numberOf(name) - 1 : oldestVersionFor(name));

/** What each migration takes from the oldest version that its name lets work on; `db` is empty. */
async function takenByEach(migrations: Migrations, db: Kysely<unknown>, schema?: string) {
  const schemas = [await readSchema(db)];
  for (let count = 1; count <= migrations.length; count += 1) {
    await migrate(db, Object.fromEntries(migrations.slice(0, count)), schema);
    schemas.push(await readSchema(db));
  }
  return migrations.flatMap(([name], index) => {
    const [before, after] = [schemas[oldestOf(name)], schemas[index + 1]];
    return before === undefined || after === undefined
      ? [`${name} names no version`]
      : takenFrom(before, after);
  });
}

const inMemory = () => new Kysely<unknown>({ dialect: nodeSqliteDialect(new DatabaseSync(IN_MEMORY)) });

describe('on SQLite', () => {
  test('each takes nothing from those that may work on', async () => {
    expect(await takenByEach(all, inMemory())).toEqual([]);
  });

  test.each([
    ['drops a column', 'alter table targets drop column branch', ['targets.branch is gone']],
    ['drops a table', 'drop table reports', expect.arrayContaining(['reports is gone'])],
    ['renames', 'alter table marks rename to signs', expect.arrayContaining(['marks is gone'])],
    ['forbids what was allowed', 'create unique index one_each on jobs (lane)', ['one_each is unique']],
    ['only adds', `alter table jobs add column x text not null default ''`, []],
  ])('one that %s would be found out', async (_, statement, taken) => {
    const up = async (db: Kysely<unknown>) => void (await sql.raw(statement).execute(db));
    const next = `${String(all.length + 1).padStart(4, '0')}-next@${String(all.length).padStart(4, '0')}`;
    expect(await takenByEach([...all, [next, { up }]], inMemory())).toEqual(taken);
  });
});

const schemas = createPostgresSchemas();
afterAll(schemas.drop);

describeOnPostgres('on PostgreSQL', () => {
  test('each takes nothing from those that may work on', async () => {
    const url = await schemas.newUrl();
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
    const schema = new URL(url).searchParams.get('application_name') ?? '';
    expect(await takenByEach(all, db, schema)).toEqual([]);
    await db.destroy();
    await schemas.cleanUp();
  });
});

describe('a version', () => {
  const KNOWN = ['0001-a', '0002-b'];
  test.each<[string, string[], boolean]>([
    ['on a new database', [], true],
    ['on its own', KNOWN, true],
    ['on an older one', ['0001-a'], true],
    ['on a newer one that names it', [...KNOWN, '0003-c@0002'], true],
    ['on a newer one that names an older one', [...KNOWN, '0003-c@0001'], true],
    [
      'on one far newer, each step of which names it or an older one',
      [...KNOWN, '0003-c@0002', '0004-d@0001'],
      true,
    ],
    ['on a newer one that names a later one', [...KNOWN, '0003-c@0002', '0004-d@0003'], false],
    ['on a newer one that names itself', [...KNOWN, '0003-c@0003'], false],
    ['on a newer one that names none', [...KNOWN, '0003-c'], false],
    ['on one of another line', ['0001-a', '0002-x@0001'], false],
  ])('%s: %j may work: %s', (_, applied, mayWork) => {
    expect(compareSchema(applied, KNOWN)).toMatchObject({ mayWork });
  });
});
