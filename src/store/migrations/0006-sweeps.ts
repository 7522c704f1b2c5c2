/**
 * What the sweeps remember, and indexes by the times that they look for. Every new column may be null and nothing that
 * was there changes, so that a process of the version before goes on working.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('marks')
    .addColumn('name', 'text', column => column.primaryKey())
    .addColumn('marked_at', 'bigint', column => column.notNull())
    .execute();

  await db.schema
    .createTable('failed_deliveries')
    .addColumn('guid', 'text', column => column.primaryKey())
    .addColumn('attempt_id', 'bigint', column => column.notNull())
    .addColumn('failed_at', 'bigint', column => column.notNull())
    .addColumn('tries', 'integer', column => column.notNull())
    .addColumn('try_at', 'bigint', column => column.notNull())
    .execute();
  await db.schema
    .createIndex('failed_deliveries_by_time')
    .on('failed_deliveries')
    .columns(['try_at'])
    .execute();

  await db.schema.alterTable('repositories').addColumn('reconcile_at', 'bigint').execute();
  await db.schema
    .createIndex('repositories_by_reconciliation')
    .on('repositories')
    .columns(['reconcile_at'])
    .execute();
  await db.schema.alterTable('targets').addColumn('seen_at', 'bigint').execute();

  // Few commits stand between an intent and its answer, among very many that have one.
  await db.schema
    .createIndex('publications_open')
    .on('publications')
    .columns(['intended_at'])
    .where(sql.ref('check_run_id'), 'is', null)
    .execute();

  await db.schema.createIndex('dead_letters_by_job').on('dead_letters').columns(['job_key']).execute();

  for (const [table, time] of AGEING) {
    await db.schema.createIndex(`${table}_by_time`).on(table).columns([time]).execute();
  }
}

/** Tables that are pruned by age, and the column that tells it. */
const AGEING = [
  ['deliveries', 'accepted_at'],
  ['instructions', 'accepted_at'],
  ['dead_letters', 'died_at'],
  ['targets', 'requested_at'],
  ['publications', 'intended_at'],
  ['reports', 'saved_at'],
] as const;
