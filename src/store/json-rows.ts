/**
 * Many rows in one statement. They come as one JSON text, so that the statement is the same for any number of them: it
 * is built and prepared once, and takes one parameter where it would take thousands.
 */
import { type AliasedRawBuilder, type Compilable, type CompiledQuery, type RawBuilder, sql } from 'kysely';
import { ShowworkError } from '../errors.ts';
import { storableText } from './storable-text.ts';
import type { Database } from './tables.ts';
import { hasManyWriters } from './transact.ts';

/** What a column of such rows holds, by its name. */
export type ColumnTypes<Row> = { readonly [Column in keyof Row & string]: 'text' | 'bigint' };

type Values<Row> = { readonly [Column in keyof Row]: string | number | null };

/** The columns in the order in which the rows give them. */
export function columnsOf<Row>(types: ColumnTypes<Row>): readonly (keyof Row & string)[] {
  return Object.keys(types) as (keyof Row & string)[];
}

/** Carries out the statement over those rows, in their order. */
export type RowStatement<Row, Result> = (db: Database, rows: readonly Row[]) => Promise<Result[]>;

/**
 * A statement of which nothing but the rows differs from one run to the next: `build` is called once for each kind of
 * database, because to build and compile a statement takes longer than to run it. To `build` the rows are a query: what
 * an `insert into` with `columnsOf` selects, and with `asTable` what others are joined with.
 */
export function forRows<Row extends Values<Row>, Result>(
  types: ColumnTypes<Row>,
  build: (db: Database, rows: RawBuilder<Row>) => Compilable<Result>,
): RowStatement<Row, Result> {
  const columns = columnsOf(types);
  const compiled = new Map<boolean, CompiledQuery<Result>>();

  function compile(db: Database): CompiledQuery<Result> {
    const query = build(db, selectRows(db, types)).compile();
    if (query.parameters.includes(ROWS)) return query;
    throw new ShowworkError('INTERNAL', `a statement over rows takes none: ${query.sql}`);
  }

  return async (db, rows) => {
    const manyWriters = hasManyWriters(db);
    const query = compiled.get(manyWriters) ?? compile(db);
    compiled.set(manyWriters, query);
    const json = JSON.stringify(rows.map(row => columns.map(column => storable(row[column]))));
    const given = new Map<unknown, unknown>([
      [ROWS, json],
      [COUNT, rows.length],
    ]);
    const parameters = query.parameters.map(parameter => given.get(parameter) ?? parameter);
    return (await db.executeQuery<Result>({ ...query, parameters })).rows;
  };
}

/** The rows as a table of that name, to select from. */
export function asTable<Row, Name extends string>(
  rows: RawBuilder<Row>,
  name: Name,
): AliasedRawBuilder<Row, Name> {
  return sql<Row>`(${rows})`.as(name);
}

/** Stand for the JSON and for how many rows it holds, in a statement that is only built. */
const ROWS = Symbol('rows');
const COUNT = Symbol('count');

function selectRows<Row>(db: Database, types: ColumnTypes<Row>): RawBuilder<Row> {
  const values = columnsOf(types).map(
    (column, index) =>
      sql`cast(value ->> ${sql.lit(index)} as ${sql.raw(types[column])}) as ${sql.id(column)}`,
  );
  // Without the limit, which leaves none out, PostgreSQL would plan for a hundred rows, and read small tables through for one.
  return hasManyWriters(db)
    ? sql`select ${sql.join(values)} from json_array_elements(cast(${ROWS} as json)) limit ${COUNT}`
    : // Without a condition SQLite would take the `on` of `on conflict` for a join's (sqlite.org/lang_upsert.html, 3).
      sql`select ${sql.join(values)} from json_each(${ROWS}) where true`;
}

/** In JSON they would be escapes, which PostgreSQL refuses. */
function storable<Value extends string | number | null>(value: Value): Value | string {
  return typeof value === 'string' ? storableText(value) : value;
}
