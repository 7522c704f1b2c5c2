/** The `OpenIntents` port: publications whose check run was begun and not recorded. */
import type { OpenIntents } from '../../ports.ts';
import { toRepository } from '../repositories.ts';
import type { Database } from '../tables.ts';

export function createOpenIntents(db: Database): OpenIntents {
  return {
    list: async (from, before, limit) => {
      const rows = await db
        .selectFrom('publications')
        .innerJoin('repositories', 'repositories.repository_id', 'publications.repository_id')
        .where('check_run_id', 'is', null)
        .where('intended_at', '>=', from.getTime())
        .where('intended_at', '<', before.getTime())
        .orderBy('intended_at')
        .limit(limit)
        .select(['head_sha', 'intended_at'])
        .select(['repositories.repository_id', 'installation_id', 'owner', 'name'])
        .select(['default_branch', 'private'])
        .execute();
      return rows.map(row => ({
        repository: toRepository(row),
        headSha: row.head_sha,
        intendedAt: new Date(row.intended_at),
      }));
    },
  };
}
