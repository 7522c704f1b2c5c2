/** Whether a file is a whole database of ours. */
import { DatabaseSync } from 'node:sqlite';
import { ShowworkError } from '../../errors.ts';
import { compareSchema } from '../migrations/compare-schema.ts';
import { MIGRATIONS } from '../migrations/migrations.ts';

/** Fails with STORE_UNAVAILABLE, and says why, where it is damaged, another program's, or a newer version's. */
export function requireSound(path: string): void {
  const refuse = (why: string, cause?: unknown) =>
    new ShowworkError('STORE_UNAVAILABLE', `${path} ${why}.`, { cause });
  let applied: string[];
  try {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      const [check] = database.prepare('pragma quick_check').all();
      if (check?.['quick_check'] !== 'ok') throw refuse('is a damaged database');
      applied = database
        .prepare('select name from kysely_migration')
        .all()
        .map(row => String(row['name']));
    } finally {
      database.close();
    }
  } catch (error) {
    throw error instanceof ShowworkError ? error : refuse('is not a database of Showwork', error);
  }
  const { unknown, mayWork } = compareSchema(applied, Object.keys(MIGRATIONS));
  if (!mayWork) throw refuse(`was written by a newer version of Showwork (it has ${unknown.join(', ')})`);
}
