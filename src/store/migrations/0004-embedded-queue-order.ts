/** Jobs that may wait for others, and jobs whose wait is over. */
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('jobs').addColumn('background', 'integer').execute();
  await db.schema.alterTable('jobs').addColumn('released', 'integer').execute();
}
