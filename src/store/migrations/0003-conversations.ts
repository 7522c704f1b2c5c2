/**
 * What a review is compared with, what stands in conversations, what authors said there, and settings. Every new column
 * may be null and nothing that was there changes, so that a process of the version before goes on working.
 */
import type { CreateTableBuilder, Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('targets').addColumn('last_reviewed', 'text').execute();
  await db.schema.alterTable('publications').addColumn('since', 'text').execute();
  await db.schema.alterTable('write_limits').addColumn('background_promised_at', 'bigint').execute();
  await db.schema.alterTable('write_limits').addColumn('suspended', 'integer').execute();
  await db.schema.alterTable('write_limits').addColumn('suspension_observed_at', 'bigint').execute();

  await db.schema
    .createTable('returned_repositories')
    .addColumn('installation_id', 'bigint', column => column.notNull())
    .addColumn('repository_id', 'bigint', column => column.notNull())
    .addColumn('returned_at', 'bigint', column => column.notNull())
    .addPrimaryKeyConstraint('returned_repositories_key', ['installation_id', 'repository_id'])
    .execute();

  await ofRepository(db, 'posts')
    .addColumn('key', 'text', column => column.notNull())
    .addColumn('marker', 'text', column => column.notNull())
    .addColumn('posted_id', 'bigint')
    .addColumn('posted_node_id', 'text')
    .addColumn('digest', 'text')
    .addColumn('intended_at', 'bigint', column => column.notNull())
    .addColumn('replaces_id', 'bigint')
    .addColumn('replaces_node_id', 'text')
    .addPrimaryKeyConstraint('posts_key', ['repository_id', 'key'])
    .execute();

  await ofRepository(db, 'author_words')
    .addColumn('pull_number', 'bigint', column => column.notNull())
    .addColumn('criterion', 'text', column => column.notNull())
    .addColumn('word', 'text', column => column.notNull())
    .addColumn('said_by', 'text', column => column.notNull())
    .addColumn('comment_id', 'bigint', column => column.notNull())
    .addColumn('said_at', 'bigint', column => column.notNull())
    .addPrimaryKeyConstraint('author_words_key', ['repository_id', 'pull_number', 'criterion'])
    .execute();

  await withSettings(ofRepository(db, 'repository_settings'))
    .addPrimaryKeyConstraint('repository_settings_key', ['repository_id'])
    .execute();
  await withSettings(
    db.schema
      .createTable('owner_settings')
      .addColumn('installation_id', 'bigint', column => column.primaryKey()),
  ).execute();

  await ofRepository(db, 'command_uses')
    .addColumn('comment_id', 'bigint', column => column.notNull())
    .addColumn('issue_number', 'bigint', column => column.notNull())
    .addColumn('used_at', 'bigint', column => column.notNull())
    .addColumn('refused', 'text')
    .addColumn('refused_until', 'bigint')
    .addColumn('told', 'integer', column => column.notNull())
    .addPrimaryKeyConstraint('command_uses_key', ['repository_id', 'comment_id'])
    .execute();

  await ofRepository(db, 'command_declines')
    .addColumn('comment_id', 'bigint', column => column.notNull())
    .addColumn('issue_number', 'bigint', column => column.notNull())
    .addColumn('author', 'text', column => column.notNull())
    .addColumn('declined_at', 'bigint', column => column.notNull())
    .addColumn('told', 'integer', column => column.notNull())
    .addPrimaryKeyConstraint('command_declines_key', ['repository_id', 'comment_id'])
    .execute();
}

/** A table whose rows go with their repository. */
function ofRepository<Name extends string>(
  db: Kysely<unknown>,
  name: Name,
): CreateTableBuilder<Name, 'repository_id'> {
  return db.schema
    .createTable(name)
    .addColumn('repository_id', 'bigint', column =>
      column.notNull().references('repositories.repository_id').onDelete('cascade'),
    );
}

function withSettings<Name extends string>(
  table: CreateTableBuilder<Name, string>,
): CreateTableBuilder<Name, string> {
  return table
    .addColumn('current', 'text')
    .addColumn('last_good', 'text')
    .addColumn('out_of_reach', 'integer', column => column.notNull())
    .addColumn('looked_at', 'bigint', column => column.notNull());
}
