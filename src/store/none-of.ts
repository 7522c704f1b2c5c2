import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from './tables.ts';
import { hasManyWriters } from './transact.ts';

/** True where the column holds none of the values. They are one parameter, so that the statement is the same for any number. */
export function isNoneOf(db: Database, column: string, values: readonly number[]): RawBuilder<SqlBool> {
  return hasManyWriters(db)
    ? sql`${sql.ref(column)} <> all(cast(${values} as bigint[]))`
    : sql`${sql.ref(column)} not in (select value from json_each(${JSON.stringify(values)}))`;
}
