/** Few jobs run among however many wait; they are counted each time that jobs are handed out. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('jobs_running')
    .on('jobs')
    .columns(['installation_id', 'holder'])
    .where(sql.ref('state'), '=', sql.lit('running'))
    .execute();
}
