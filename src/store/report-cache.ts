/** The `ReportCache` port: reports by the digest of all their inputs, per repository. */
import type { Clock, ReportCache } from '../ports.ts';
import { holdKnownRepository } from './repositories.ts';
import { readJson } from './stored-json.ts';
import { StoredReports } from './stored-report.ts';
import type { Database, Tx } from './tables.ts';
import { transact } from './transact.ts';

/**
 * Results kept per repository, the newest: enough for its live branches, and a bound on how much of a README's text
 * stays here. What fell out is reviewed once more.
 */
export const KEPT_REPORTS = 20;

/**
 * `find` answers null also for what cannot be read back: it is reviewed again. `save` keeps nothing for a repository
 * that is not known (any more), so that a job that runs while its repository is forgotten leaves nothing behind.
 */
export function createReportCache(db: Database, clock: Clock): ReportCache {
  return {
    find: async (repositoryId, inputsDigest) => {
      const row = await db
        .selectFrom('reports')
        .where('repository_id', '=', repositoryId)
        .where('inputs_digest', '=', inputsDigest)
        .select('reports')
        .executeTakeFirst();
      return row === undefined ? null : readJson(StoredReports, row.reports);
    },

    save: (repositoryId, inputsDigest, reports) =>
      transact(db, async tx => {
        if (!(await holdKnownRepository(tx, repositoryId))) return;
        const saved = { reports: JSON.stringify(reports), saved_at: clock.now().getTime() };
        await tx
          .insertInto('reports')
          .values({ repository_id: repositoryId, inputs_digest: inputsDigest, ...saved })
          .onConflict(conflict => conflict.columns(['repository_id', 'inputs_digest']).doUpdateSet(saved))
          .execute();
        await dropOldest(tx, repositoryId);
      }),
  };
}

async function dropOldest(tx: Tx, repositoryId: number): Promise<void> {
  const kept = tx
    .selectFrom('reports')
    .where('repository_id', '=', repositoryId)
    .orderBy('saved_at', 'desc')
    .orderBy('inputs_digest')
    .limit(KEPT_REPORTS)
    .select('inputs_digest');
  await tx
    .deleteFrom('reports')
    .where('repository_id', '=', repositoryId)
    .where('inputs_digest', 'not in', kept)
    .execute();
}
