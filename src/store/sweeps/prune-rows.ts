/**
 * Which rows of each table are over, one function a table. Each deletes at most `limit` rows, so that no transaction is
 * long, and answers how many there were.
 */
import { type DeleteResult, sql } from 'kysely';
import type { Cutoffs } from '../../ports.ts';
import type { Database } from '../tables.ts';

export type PruneRows = (db: Database, cutoffs: Cutoffs, limit: number) => Promise<number>;

export const pruneDeliveries: PruneRows = (db, { deliveries }, limit) => {
  const over = db.selectFrom('deliveries').where('accepted_at', '<', +deliveries).limit(limit).select('id');
  return countOf(db.deleteFrom('deliveries').where('id', 'in', over).executeTakeFirst());
};

/** They hold the text of comments. */
export const pruneInstructions: PruneRows = (db, cutoffs, limit) => {
  const finished = +cutoffs.finishedInstructions;
  const over = db
    .selectFrom('instructions')
    // What was finished by then was accepted by then: the index knows that time.
    .where('accepted_at', '<', Math.max(finished, +cutoffs.unfinishedInstructions))
    .where(eb =>
      eb.or([eb('finished_at', '<', finished), eb('accepted_at', '<', +cutoffs.unfinishedInstructions)]),
    )
    .limit(limit)
    .select('id');
  return countOf(db.deleteFrom('instructions').where('id', 'in', over).executeTakeFirst());
};

export const pruneDeadLetters: PruneRows = (db, { deadLetters }, limit) => {
  const over = db
    .selectFrom('dead_letters')
    .where('died_at', '<', +deadLetters)
    .limit(limit)
    .select('reference_id');
  return countOf(db.deleteFrom('dead_letters').where('reference_id', 'in', over).executeTakeFirst());
};

/** A default branch stays for as long as its repository. */
export const pruneTargets: PruneRows = (db, { targets }, limit) => {
  const over = db
    .selectFrom('targets')
    .innerJoin('repositories', 'repositories.repository_id', 'targets.repository_id')
    .where('requested_at', '<', +targets)
    .where(eb => eb(eb.fn.coalesce('seen_at', eb.lit(0)), '<', +targets))
    .where(eb => eb.or([eb('branch', 'is', null), eb('branch', '!=', eb.ref('default_branch'))]))
    .limit(limit)
    .select('key');
  return countOf(db.deleteFrom('targets').where('key', 'in', over).executeTakeFirst());
};

/** The head of a target keeps its row, whatever its age: a later look says the same and posts nothing. */
export const prunePublications: PruneRows = (db, { publications }, limit) => {
  const over = db
    .selectFrom('publications')
    .where('intended_at', '<', +publications)
    .where(eb => {
      const heads = eb
        .selectFrom('targets')
        .whereRef('targets.repository_id', '=', 'publications.repository_id')
        .where(head =>
          head.or([head('head', 'is', null), head('head', '=', head.ref('publications.head_sha'))]),
        )
        .select('targets.key');
      return eb.not(eb.exists(heads));
    })
    .limit(limit)
    .select(['repository_id', 'head_sha']);
  return countOf(
    db
      .deleteFrom('publications')
      .where(eb =>
        eb(eb.refTuple('repository_id', 'head_sha'), 'in', over.$asTuple('repository_id', 'head_sha')),
      )
      .executeTakeFirst(),
  );
};

/** They hold quotes from READMEs. */
export const pruneReports: PruneRows = (db, { reports }, limit) => {
  const over = db
    .selectFrom('reports')
    .where('saved_at', '<', +reports)
    .limit(limit)
    .select(['repository_id', 'inputs_digest']);
  return countOf(
    db
      .deleteFrom('reports')
      .where(eb =>
        eb(
          eb.refTuple('repository_id', 'inputs_digest'),
          'in',
          over.$asTuple('repository_id', 'inputs_digest'),
        ),
      )
      .executeTakeFirst(),
  );
};

/** The text of settings files, of repositories and of owners in whose repositories nothing happens any more. */
export const pruneSettings: PruneRows = async (db, { settings }, limit) => {
  const over = db
    .selectFrom('repository_settings')
    .where('looked_at', '<', +settings)
    .where(eb => {
      const active = eb
        .selectFrom('targets')
        .whereRef('targets.repository_id', '=', 'repository_settings.repository_id')
        .where('requested_at', '>=', +settings)
        .select('targets.key');
      return eb.not(eb.exists(active));
    })
    .limit(limit)
    .select('repository_id');
  const repositories = db.deleteFrom('repository_settings').where('repository_id', 'in', over);
  const owners = db.deleteFrom('owner_settings').where('looked_at', '<', +settings);
  return (await countOf(repositories.executeTakeFirst())) + (await countOf(owners.executeTakeFirst()));
};

/** What was said about a pull request, and where, goes with it. */
export const prunePullRequestTalk: PruneRows = async (db, { targets }) => {
  const words = db
    .deleteFrom('author_words')
    .where('pull_number', '>', 0)
    .where('said_at', '<', +targets)
    .where(eb => {
      const open = eb
        .selectFrom('targets')
        .whereRef('targets.repository_id', '=', 'author_words.repository_id')
        .whereRef('targets.pull_number', '=', 'author_words.pull_number')
        .select('targets.key');
      return eb.not(eb.exists(open));
    });
  const posts = db
    .deleteFrom('posts')
    .where('key', 'like', 'thread/%')
    .where('intended_at', '<', +targets)
    .where(eb => {
      const open = eb
        .selectFrom('targets')
        .whereRef('targets.repository_id', '=', 'posts.repository_id')
        .where(sql<string>`'thread/' || cast(targets.pull_number as text)`, '=', eb.ref('posts.key'))
        .select('targets.key');
      return eb.not(eb.exists(open));
    });
  return (await countOf(words.executeTakeFirst())) + (await countOf(posts.executeTakeFirst()));
};

/** Late words about what was removed can no longer come, and who asked too often has been waiting long enough. */
export const pruneMemories: PruneRows = async (db, cutoffs) => {
  const rows = [
    db.deleteFrom('tombstones').where('removed_at', '<', +cutoffs.tombstones),
    db.deleteFrom('returned_repositories').where('returned_at', '<', +cutoffs.tombstones),
    db.deleteFrom('command_uses').where('used_at', '<', +cutoffs.deliveries),
    db.deleteFrom('command_declines').where('declined_at', '<', +cutoffs.deliveries),
    db.deleteFrom('failed_deliveries').where('failed_at', '<', +cutoffs.failedDeliveries),
  ];
  let deleted = 0;
  for (const over of rows) deleted += await countOf(over.executeTakeFirst());
  return deleted;
};

async function countOf(deleting: Promise<DeleteResult>): Promise<number> {
  return Number((await deleting).numDeletedRows);
}
