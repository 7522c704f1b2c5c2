/** Jobs that are asked for faster than they can be done. The new columns may be null, so that the version before goes on working. */
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['asks', 'repeats']) {
    await db.schema.alterTable('jobs').addColumn(column, 'integer').execute();
  }
}
