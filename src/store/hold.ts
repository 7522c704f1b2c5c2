/** Turns for what no single row stands for: on SQLite every transaction has its turn alone. */
import { sql } from 'kysely';
import type { Tx } from './tables.ts';
import { hasManyWriters } from './transact.ts';

/** What a transaction can hold; names of one schema never meet those of another. */
export type Held =
  | `installation/${number}`
  | `repository/${number}`
  /** Handing out jobs, so that the caps count what is running everywhere. */
  | 'claiming';

/**
 * Keeps every other transaction that holds one of these from going on until this one ends. Call it once, first of all:
 * the database takes them in one order for everybody, so that two transactions never wait for each other.
 */
export async function hold(tx: Tx, names: Iterable<Held>): Promise<void> {
  if (!hasManyWriters(tx)) return;
  const wanted = [...new Set(names)];
  if (wanted.length === 0) return;
  await sql`
    select pg_advisory_xact_lock(key) from (
      select hashtextextended(current_schema() || '/' || name, 0) as key
      from unnest(${wanted}::text[]) as wanted (name)
      order by key
    ) as keys
  `.execute(tx);
}
