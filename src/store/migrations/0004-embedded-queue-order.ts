/** Jobs that may wait for others, and jobs whose wait is over. Of the embedded queue, as its table. */
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('jobs').addColumn('background', 'integer').execute();
  await db.schema.alterTable('jobs').addColumn('released', 'integer').execute();
}
