/** Moves everything from an embedded database to PostgreSQL. */
import { existsSync } from 'node:fs';
import { Kysely, sql } from 'kysely';
import { ShowworkError } from '../errors.ts';
import type { Logger } from '../ports.ts';
import { readApplied } from './migrations/migrate.ts';
import { migrateDatabase } from './postgres/migrate-database.ts';
import { createPool } from './postgres/pool.ts';
import { postgresDialect } from './postgres/postgres-dialect.ts';
import { openDatabase } from './sqlite/open-database.ts';
import type { Database, Tables, Tx } from './tables.ts';

const REPOSITORIES = 'repositories';
/** Leases of processes that are gone. */
const LEFT_BEHIND = ['leases'];
/** As no column is called. */
const PLACE = 'place of the row';

/** Rows in one statement: 16 columns of these are well below the 65,535 parameters that PostgreSQL takes. */
const BATCH = 500;

type Row = Record<string, unknown>;

export interface MoveOptions {
  /** The SQLite file. */
  readonly from: string;
  /** `postgres://…` */
  readonly to: string;
  readonly logger: Logger;
}

export interface MovedTable {
  readonly table: string;
  readonly rows: number;
}

/**
 * Copies every table in one transaction, counts what arrived, and answers how many rows each has; the SQLite file stays
 * as it is. Fails with STORE_UNAVAILABLE, and leaves the target's rows as they were, where a server uses the file, the
 * two are of different versions, the target holds something already, or a count differs.
 */
export async function moveStore({ from, to, logger }: MoveOptions): Promise<MovedTable[]> {
  if (!existsSync(from)) throw refusal(`There is no database at ${from}.`);
  const source = await openDatabase(from);
  try {
    await migrateDatabase(to, logger);
    const pool = createPool({ databaseUrl: to, logger, size: 1, statementTimeoutMs: 0 });
    const target = new Kysely<Tables>({ dialect: postgresDialect(pool) });
    try {
      const [there, here] = [await readApplied(source.db), await readApplied(target)];
      if (there.join() !== here.join())
        throw refusal(
          'The two databases are of different versions of Showwork. Move with the newer version.',
        );
      return await target.transaction().execute(tx => copyAll(source.db, tx));
    } finally {
      await target.destroy();
    }
  } finally {
    await source.close();
  }
}

async function copyAll(source: Database, tx: Tx): Promise<MovedTable[]> {
  const tables = await listTables(source);
  for (const table of tables) {
    // Nobody writes there meanwhile.
    await sql`lock table ${sql.table(table)} in exclusive mode`.execute(tx);
    const rows = await countRows(tx, table);
    if (rows > 0)
      throw refusal(`The target is not empty: its table ${table} has ${rows} rows. Nothing was changed.`);
  }
  const moved: MovedTable[] = [];
  for (const table of tables) {
    await copy(source, tx, table);
    const [expected, rows] = [await countRows(source, table), await countRows(tx, table)];
    if (rows !== expected)
      throw refusal(`Of ${expected} rows of ${table} ${rows} arrived. Nothing was changed.`);
    moved.push({ table, rows });
  }
  await goOnNumbering(tx);
  return moved;
}

/** All that the database has, so that none is forgotten. */
async function listTables(source: Database): Promise<string[]> {
  const tables = await source.introspection.getTables();
  const names = tables.map(table => table.name).filter(name => !LEFT_BEHIND.includes(name));
  // Others refer to repositories.
  return [REPOSITORIES, ...names.filter(name => name !== REPOSITORIES)];
}

/** Row by row in the order in which they were written. */
async function copy(source: Database, tx: Tx, table: string): Promise<void> {
  let last = 0;
  for (;;) {
    const { rows } = await sql<Row>`
      select rowid as ${sql.ref(PLACE)}, * from ${sql.table(table)}
      where rowid > ${last} order by rowid limit ${sql.lit(BATCH)}
    `.execute(source);
    const first = rows[0];
    if (first === undefined) return;
    const columns = Object.keys(first).filter(column => column !== PLACE);
    const values = rows.map(row => sql`(${sql.join(columns.map(column => row[column]))})`);
    await sql`
      insert into ${sql.table(table)} (${sql.join(columns.map(column => sql.ref(column)))})
      values ${sql.join(values)}
    `.execute(tx);
    last = Number(rows.at(-1)?.[PLACE]);
  }
}

async function countRows(db: Database, table: string): Promise<number> {
  const { rows } = await sql<{ rows: number }>`select count(*) as "rows" from ${sql.table(table)}`.execute(
    db,
  );
  return rows[0]?.rows ?? 0;
}

/** New jobs come after those that were moved. */
async function goOnNumbering(tx: Tx): Promise<void> {
  await sql`
    select setval(pg_get_serial_sequence('jobs', 'id'), greatest((select max(id) from jobs), 1))
  `.execute(tx);
}

function refusal(why: string): ShowworkError {
  return new ShowworkError('STORE_UNAVAILABLE', why);
}
