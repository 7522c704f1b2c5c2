/**
 * Many rows in one statement. They come as one JSON text, so that the statement is the same for any number of them: it
 * is prepared once, and takes one parameter where it would take thousands.
 */
import { type RawBuilder, sql } from 'kysely';
import { storableText } from './storable-text.ts';
import type { Database } from './tables.ts';
import { hasManyWriters } from './transact.ts';

/** What a column of such rows holds, by its name. */
export type ColumnTypes<Row> = { readonly [Column in keyof Row & string]: 'text' | 'bigint' };

/** The columns in the order in which `selectRows` gives them. */
export function columnsOf<Row>(types: ColumnTypes<Row>): readonly (keyof Row & string)[] {
  return Object.keys(types) as (keyof Row & string)[];
}

/** A query for the rows, in their order: what an `insert into` with those columns selects. */
export function selectRows<Row extends { readonly [Column in keyof Row]: string | number | null }>(
  db: Database,
  types: ColumnTypes<Row>,
  rows: readonly Row[],
): RawBuilder<Row> {
  const columns = columnsOf(types);
  const json = JSON.stringify(rows.map(row => columns.map(column => storable(row[column]))));
  const elements = hasManyWriters(db)
    ? sql`json_array_elements(cast(${json} as json))`
    : sql`json_each(${json})`;
  const values = columns.map(
    (column, index) =>
      sql`cast(value ->> ${sql.lit(index)} as ${sql.raw(types[column])}) as ${sql.id(column)}`,
  );
  // Without a condition SQLite would take the `on` of `on conflict` for a join's (sqlite.org/lang_upsert.html, 3).
  return sql`select ${sql.join(values)} from ${elements} where true`;
}

/** In JSON they would be escapes, which PostgreSQL refuses. */
function storable<Value extends string | number | null>(value: Value): Value | string {
  return typeof value === 'string' ? storableText(value) : value;
}
