/** Everything both sizes of the store share. */
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('repositories')
    .addColumn('repository_id', 'bigint', column => column.primaryKey())
    .addColumn('installation_id', 'bigint', column => column.notNull())
    .addColumn('owner', 'text', column => column.notNull())
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('default_branch', 'text', column => column.notNull())
    .addColumn('private', 'integer', column => column.notNull())
    .addColumn('observed_at', 'bigint', column => column.notNull())
    .execute();
  await db.schema
    .createIndex('repositories_by_installation')
    .on('repositories')
    .columns(['installation_id'])
    .execute();

  await db.schema
    .createTable('targets')
    .addColumn('key', 'text', column => column.primaryKey())
    .addColumn('repository_id', 'bigint', column =>
      column.notNull().references('repositories.repository_id').onDelete('cascade'),
    )
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('branch', 'text')
    .addColumn('pull_number', 'bigint')
    .addColumn('head', 'text')
    .addColumn('head_observed_at', 'bigint', column => column.notNull())
    .addColumn('requested', 'bigint', column => column.notNull())
    .addColumn('done', 'bigint', column => column.notNull())
    .addColumn('requested_at', 'bigint', column => column.notNull())
    .execute();
  await db.schema.createIndex('targets_by_repository').on('targets').columns(['repository_id']).execute();

  await db.schema
    .createTable('instructions')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('installation_id', 'bigint', column => column.notNull())
    .addColumn('repository_id', 'bigint')
    .addColumn('payload', 'text', column => column.notNull())
    .addColumn('accepted_at', 'bigint', column => column.notNull())
    .addColumn('result', 'text')
    .addColumn('finished_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('instructions_by_installation')
    .on('instructions')
    .columns(['installation_id', 'repository_id'])
    .execute();

  await db.schema
    .createTable('deliveries')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('event', 'text', column => column.notNull())
    .addColumn('action', 'text')
    .addColumn('accepted_at', 'bigint', column => column.notNull())
    .execute();

  await db.schema
    .createTable('tombstones')
    .addColumn('installation_id', 'bigint', column => column.notNull())
    .addColumn('repository_id', 'bigint', column => column.notNull())
    .addColumn('removed_at', 'bigint', column => column.notNull())
    .addPrimaryKeyConstraint('tombstones_key', ['installation_id', 'repository_id'])
    .execute();

  await db.schema
    .createTable('publications')
    .addColumn('repository_id', 'bigint', column =>
      column.notNull().references('repositories.repository_id').onDelete('cascade'),
    )
    .addColumn('head_sha', 'text', column => column.notNull())
    .addColumn('external_id', 'text', column => column.notNull())
    .addColumn('check_run_id', 'bigint')
    .addColumn('digest', 'text')
    .addColumn('intended_at', 'bigint', column => column.notNull())
    .addPrimaryKeyConstraint('publications_key', ['repository_id', 'head_sha'])
    .execute();

  await db.schema
    .createTable('reports')
    .addColumn('repository_id', 'bigint', column =>
      column.notNull().references('repositories.repository_id').onDelete('cascade'),
    )
    .addColumn('inputs_digest', 'text', column => column.notNull())
    .addColumn('reports', 'text', column => column.notNull())
    .addColumn('saved_at', 'bigint', column => column.notNull())
    .addPrimaryKeyConstraint('reports_key', ['repository_id', 'inputs_digest'])
    .execute();

  await db.schema
    .createTable('write_limits')
    .addColumn('installation_id', 'bigint', column => column.primaryKey())
    .addColumn('minute_clear_at', 'bigint', column => column.notNull())
    .addColumn('hour_clear_at', 'bigint', column => column.notNull())
    .addColumn('paused_until', 'bigint', column => column.notNull())
    .addColumn('promised_at', 'bigint', column => column.notNull())
    .execute();

  await db.schema
    .createTable('dead_letters')
    .addColumn('reference_id', 'text', column => column.primaryKey())
    .addColumn('job_key', 'text', column => column.notNull())
    .addColumn('payload', 'text', column => column.notNull())
    .addColumn('installation_id', 'bigint', column => column.notNull())
    .addColumn('repository_id', 'bigint')
    .addColumn('code', 'text', column => column.notNull())
    .addColumn('detail', 'text', column => column.notNull())
    .addColumn('died_at', 'bigint', column => column.notNull())
    .addColumn('concluded_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('dead_letters_by_installation')
    .on('dead_letters')
    .columns(['installation_id', 'repository_id'])
    .execute();
}
