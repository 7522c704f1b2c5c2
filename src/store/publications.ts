/** The `Publications` port: which check run belongs to which commit. */
import type { Clock, Publication, Publications } from '../ports.ts';
import { hold } from './hold.ts';
import { ensureRepository } from './repositories.ts';
import { readSnapshot, writeSnapshot } from './stored-snapshot.ts';
import { both } from './subjects.ts';
import type { Database, PublicationRow } from './tables.ts';
import { isRepositoryGone, repositoryGone } from './tombstones.ts';
import { transact } from './transact.ts';

/**
 * `intend` answers `created: true` to exactly one caller per repository and commit. It fails with GITHUB_GONE where the
 * repository was removed, so that a job that is still running leaves no new rows behind.
 */
export function createPublications(db: Database, clock: Clock): Publications {
  const now = () => clock.now().getTime();
  return {
    find: (repositoryId, headSha) => find(db, repositoryId, headSha),

    intend: (repository, headSha, since) =>
      transact(db, async tx => {
        const { installationId, repositoryId } = repository;
        await hold(tx, both(repository));
        if (await isRepositoryGone(tx, installationId, repositoryId)) throw repositoryGone(repositoryId);
        await ensureRepository(tx, repository);
        const intent = {
          repository_id: repositoryId,
          head_sha: headSha,
          external_id: externalId(repositoryId, headSha),
          check_run_id: null,
          digest: null,
          intended_at: now(),
          since: writeSnapshot(since),
        };
        const written = await tx
          .insertInto('publications')
          .values(intent)
          .onConflict(conflict => conflict.columns(['repository_id', 'head_sha']).doNothing())
          .returning('head_sha')
          .executeTakeFirst();
        if (written !== undefined) return { publication: toPublication(intent), created: true };
        const publication = await find(tx, repositoryId, headSha);
        if (publication === null) throw repositoryGone(repositoryId);
        return { publication, created: false };
      }),

    claim: async publication => {
      const { repositoryId, headSha, checkRunId, intendedAt } = publication;
      // Strictly later than before, so that of two claims in one millisecond only one finds the row as given.
      const claimedAt = Math.max(now(), intendedAt.getTime() + 1);
      const row = await db
        .updateTable('publications')
        .set({ check_run_id: null, digest: null, intended_at: claimedAt })
        .where('repository_id', '=', repositoryId)
        .where('head_sha', '=', headSha)
        .where('check_run_id', checkRunId === null ? 'is' : '=', checkRunId)
        .where('intended_at', '=', intendedAt.getTime())
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : toPublication(row);
    },

    record: async publication => {
      await db
        .updateTable('publications')
        .set({ check_run_id: publication.checkRunId, digest: publication.digest })
        .where('repository_id', '=', publication.repositoryId)
        .where('head_sha', '=', publication.headSha)
        .execute();
    },
  };
}

async function find(db: Database, repositoryId: number, headSha: string): Promise<Publication | null> {
  const row = await db
    .selectFrom('publications')
    .where('repository_id', '=', repositoryId)
    .where('head_sha', '=', headSha)
    .selectAll()
    .executeTakeFirst();
  return row === undefined ? null : toPublication(row);
}

function toPublication(row: PublicationRow): Publication {
  return {
    repositoryId: row.repository_id,
    headSha: row.head_sha,
    externalId: row.external_id,
    checkRunId: row.check_run_id,
    digest: row.digest,
    intendedAt: new Date(row.intended_at),
    since: readSnapshot(row.since),
  };
}

/**
 * Made from what it names, not from chance, so that whoever takes up an interrupted attempt can look for its run. It need
 * not be a secret, because only runs of this app are looked at.
 */
function externalId(repositoryId: number, headSha: string): string {
  return `showwork/${repositoryId}/${headSha}`;
}
