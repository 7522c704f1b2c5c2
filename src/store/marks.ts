/** Times that are remembered under a name. Milliseconds since 1970. */
import type { Database } from './tables.ts';

/** Null where nothing was marked yet. */
export async function readMark(db: Database, name: string): Promise<number | null> {
  const row = await db.selectFrom('marks').where('name', '=', name).select('marked_at').executeTakeFirst();
  return row?.marked_at ?? null;
}

export async function writeMark(db: Database, name: string, markedAt: number): Promise<void> {
  await db
    .insertInto('marks')
    .values({ name, marked_at: markedAt })
    .onConflict(conflict => conflict.column('name').doUpdateSet({ marked_at: markedAt }))
    .execute();
}
