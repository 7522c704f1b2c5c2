/** The `HeadBook` port. */
import type { Clock, HeadBook, KnownHead } from '../../ports.ts';
import { toRepository } from '../repositories.ts';
import { readSnapshot } from '../stored-snapshot.ts';
import type { Database } from '../tables.ts';

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

function toKnownHead(row: { key: string; head: string | null; last_reviewed: string | null }): KnownHead {
  const reviewed = readSnapshot(row.last_reviewed);
  return { key: row.key, head: row.head, reviewedHead: reviewed?.headSha ?? null };
}
