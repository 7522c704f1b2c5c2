/** The queue's table. It was made for the embedded size, which is where its name comes from. */
import type { Kysely } from 'kysely';
import { hasManyWriters } from '../transact.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('jobs')
    .$call(table =>
      hasManyWriters(db)
        ? table.addColumn('id', 'bigserial', column => column.primaryKey())
        : table.addColumn('id', 'integer', column => column.primaryKey().autoIncrement()),
    )
    .addColumn('key', 'text', column => column.notNull().unique())
    .addColumn('lane', 'text', column => column.notNull())
    .addColumn('payload', 'text', column => column.notNull())
    .addColumn('installation_id', 'bigint', column => column.notNull())
    .addColumn('repository_id', 'bigint')
    .addColumn('state', 'text', column => column.notNull())
    .addColumn('phase', 'text', column => column.notNull())
    .addColumn('again', 'integer', column => column.notNull())
    .addColumn('run_at', 'bigint', column => column.notNull())
    .addColumn('held', 'integer', column => column.notNull())
    .addColumn('attempts', 'integer', column => column.notNull())
    .addColumn('reference_id', 'text')
    .execute();
  await db.schema.createIndex('jobs_by_time').on('jobs').columns(['state', 'run_at', 'id']).execute();
  await db.schema.createIndex('jobs_by_lane').on('jobs').columns(['lane', 'id']).execute();
  await db.schema
    .createIndex('jobs_by_installation')
    .on('jobs')
    .columns(['installation_id', 'repository_id'])
    .execute();
}
