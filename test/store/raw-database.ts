import { DatabaseSync } from 'node:sqlite';

/** Runs SQL beside the server, as a crash, a full disk or an operator would leave things. */
export function changeRows(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}

export function readRows(path: string, sql: string): Record<string, unknown>[] {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database.prepare(sql).all();
  database.close();
  return rows.map(row => ({ ...row }));
}

/** Tables with a row that holds one of these words anywhere, and those with no row at all. */
export function scanTables(
  path: string,
  words: readonly (string | number)[],
): { found: string[]; empty: string[] } {
  const reader = new DatabaseSync(path, { readOnly: true });
  const tables = reader
    .prepare("select name from sqlite_schema where type = 'table' order by name")
    .all()
    .map(row => String(row['name']));
  const rowsOf = (table: string) =>
    reader
      .prepare(`select * from "${table}"`)
      .all()
      .map(row => JSON.stringify(row));
  const found = tables.filter(table =>
    rowsOf(table).some(row => words.some(word => row.includes(String(word)))),
  );
  const empty = tables.filter(table => rowsOf(table).length === 0);
  reader.close();
  return { found, empty };
}
