/** Jobs that were given up and are tried again. The new column may be null, so that the version before goes on working. */
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('dead_letters').addColumn('retried_at', 'bigint').execute();
}
