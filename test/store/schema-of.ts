/** What a database asks of those who write to it. */
import { type Kysely, sql } from 'kysely';
import { hasManyWriters } from '../../src/store/transact.ts';

export interface Schema {
  /** By `table` and by `table.column`: what it is, and what has to be given. */
  readonly parts: ReadonlyMap<string, string>;
  /** Names of indexes that allow one row each, and the table of each. */
  readonly unique: ReadonlyMap<string, string>;
}

export async function readSchema(db: Kysely<unknown>): Promise<Schema> {
  const parts = new Map<string, string>();
  for (const { table, column, type, isOptional } of await readColumns(db)) {
    parts.set(table, 'there');
    parts.set(`${table}.${column}`, `${isOptional ? 'optional' : 'required'} ${type}`);
  }
  return { parts, unique: await readUnique(db) };
}

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly isOptional: boolean;
}

async function readColumns(db: Kysely<unknown>): Promise<readonly Column[]> {
  if (hasManyWriters(db)) {
    const { rows } = await sql<Column>`
      select table_name as "table", column_name as "column", data_type as "type",
        is_nullable = 'YES' or column_default is not null as "isOptional"
      from information_schema.columns where table_schema = current_schema()
    `.execute(db);
    return rows;
  }
  const tables = await db.introspection.getTables();
  return tables.flatMap(({ name, columns }) =>
    columns.map(({ name: column, dataType, isNullable, hasDefaultValue, isAutoIncrementing }) => ({
      table: name,
      column,
      type: dataType,
      isOptional: isNullable || hasDefaultValue || isAutoIncrementing,
    })),
  );
}

async function readUnique(db: Kysely<unknown>): Promise<ReadonlyMap<string, string>> {
  const indexes = hasManyWriters(db)
    ? // Not from `pg_indexes`, which looks at every schema's and fails where another test drops one meanwhile.
      sql<Index>`select indexes.relname as name, tables.relname as "table" from pg_index
        join pg_class as indexes on indexes.oid = indexrelid join pg_class as tables on tables.oid = indrelid
        where indisunique and indexes.relnamespace = to_regnamespace(current_schema())`
    : sql<Index>`select name, tbl_name as "table" from sqlite_master
        where type = 'index' and (sql is null or sql like 'create unique%')`;
  const { rows } = await indexes.execute(db);
  return new Map(rows.map(({ name, table }) => [name, table]));
}

interface Index {
  readonly name: string;
  readonly table: string;
}

/** What somebody who knows only `before` can no longer do; empty where `after` only adds. */
export function takenFrom(before: Schema, after: Schema): string[] {
  const gone = [...before.parts].flatMap(([part, is]) => {
    const now = after.parts.get(part);
    if (now === undefined) return [`${part} is gone`];
    return now === is ? [] : [`${part} is ${now}`];
  });
  const isNewOf = (part: string, table: string | undefined) =>
    !before.parts.has(part) && table !== undefined && before.parts.has(table);
  const wanted = [...after.parts].flatMap(([part, is]) =>
    part.includes('.') && isNewOf(part, part.split('.')[0]) && is.startsWith('required')
      ? [`${part} is ${is}`]
      : [],
  );
  const forbidden = [...after.unique].flatMap(([name, table]) =>
    !before.unique.has(name) && before.parts.has(table) ? [`${name} is unique`] : [],
  );
  return [...gone, ...wanted, ...forbidden];
}
