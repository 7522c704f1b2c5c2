/** A transaction in either size of the store, right also where other processes write at the same time. */
import { type Kysely, PostgresAdapter } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from './tables.ts';

/** One that collides again and again is no accident. */
export const MAX_TRIES = 5;

/**
 * PostgreSQL ended the transaction because it stood in another's way: serialization_failure, deadlock_detected
 * (postgresql.org/docs/current/errcodes-appendix.html). Nothing of it was written.
 */
const Collision = z.object({ cause: z.object({ code: z.enum(['40001', '40P01']) }) });

export function isCollision(error: unknown): boolean {
  return Collision.safeParse(error).success;
}

/**
 * All of it, or nothing. `work` may be called again from its beginning after a collision, so it changes nothing but the
 * database.
 */
export async function transact<Result>(db: Database, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (tries === MAX_TRIES || !isCollision(error)) throw error;
    }
  }
}

/**
 * True on PostgreSQL, where transactions run side by side and rows are locked one by one. SQLite has one writer: what a
 * transaction reads there stays as it is until it ends, and it knows no `for update`.
 */
export function hasManyWriters(db: Pick<Kysely<unknown>, 'getExecutor'>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
