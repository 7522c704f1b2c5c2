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
