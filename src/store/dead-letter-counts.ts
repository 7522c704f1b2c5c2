import type { QueueState } from '../ports.ts';
import type { Database } from './tables.ts';

/** How many dead letters are kept of each code, in the order of the codes. */
export async function countDeadLetters(db: Database): Promise<QueueState['deadLetters']> {
  const rows = await db
    .selectFrom('dead_letters')
    .select(eb => ['code', eb.fn.countAll().as('count')])
    .groupBy('code')
    .orderBy('code')
    .execute();
  // PostgreSQL counts in text, because its integers are larger than ours.
  return rows.map(({ code, count }) => ({ code, count: Number(count) }));
}
