/** The `HeadBook` port. */
import type { ExpressionBuilder } from 'kysely';
import type { Clock, HeadBook, KnownHead } from '../../ports.ts';
import { toRepository } from '../repositories.ts';
import { readSnapshot } from '../stored-snapshot.ts';
import type { Database, Tables } from '../tables.ts';

export function createHeadBook(db: Database, clock: Clock): HeadBook {
  const now = () => clock.now().getTime();
  return {
    due: async limit => {
      const never = await repositories(db)
        .where('reconcile_at', 'is', null)
        .orderBy('repository_id')
        .limit(limit)
        .execute();
      const waiting = await repositories(db)
        .where('reconcile_at', '<=', now())
        .orderBy('reconcile_at')
        .orderBy('repository_id')
        .limit(limit - never.length)
        .execute();
      return [...never, ...waiting].map(toRepository);
    },

    known: async repositoryId => {
      const rows = await db
        .selectFrom('targets')
        .where('repository_id', '=', repositoryId)
        .orderBy('key')
        .select(['key', 'head', 'last_reviewed'])
        .select(givenUpFor)
        .execute();
      return rows.map(toKnownHead);
    },

    lastActive: async repositoryId => {
      const row = await db
        .selectFrom('targets')
        .where('repository_id', '=', repositoryId)
        .select(eb => eb.fn.max('requested_at').as('at'))
        .executeTakeFirst();
      return row?.at == null ? null : new Date(Number(row.at));
    },

    looked: (repositoryId, presentKeys, nextAt) =>
      db.transaction().execute(async tx => {
        await tx
          .updateTable('repositories')
          .set({ reconcile_at: nextAt.getTime() })
          .where('repository_id', '=', repositoryId)
          .execute();
        if (presentKeys.length === 0) return;
        await tx
          .updateTable('targets')
          .set({ seen_at: now() })
          .where('repository_id', '=', repositoryId)
          .where('key', 'in', presentKeys)
          .execute();
      }),
  };
}

function repositories(db: Database) {
  return db
    .selectFrom('repositories')
    .select(['repository_id', 'installation_id', 'owner', 'name', 'default_branch', 'private']);
}

/** A job that exists is still tried, or still tells of its failure; a check run on the head says how it ended. */
function givenUpFor(eb: ExpressionBuilder<Tables, 'targets'>) {
  const job = eb.selectFrom('jobs').whereRef('jobs.key', '=', 'targets.key').select('jobs.id');
  const shown = eb
    .selectFrom('publications')
    .whereRef('publications.repository_id', '=', 'targets.repository_id')
    .whereRef('publications.head_sha', '=', 'targets.head')
    .where('publications.digest', 'is not', null)
    .select('publications.head_sha');
  return eb
    .selectFrom('dead_letters')
    .whereRef('dead_letters.job_key', '=', 'targets.key')
    .whereRef('targets.done', '<', 'targets.requested')
    .where(({ not, exists }) => not(exists(job)))
    .where(({ not, exists }) => not(exists(shown)))
    .orderBy('died_at', 'desc')
    .limit(1)
    .select('code')
    .as('given_up_for');
}

interface KnownRow {
  readonly key: string;
  readonly head: string | null;
  readonly last_reviewed: string | null;
  readonly given_up_for: string | null;
}

function toKnownHead(row: KnownRow): KnownHead {
  const reviewed = readSnapshot(row.last_reviewed);
  const { key, head, given_up_for: givenUpFor } = row;
  return { key, head, reviewedHead: reviewed?.headSha ?? null, givenUpFor };
}
