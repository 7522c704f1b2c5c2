/** The `Posts` port: which comment or issue of ours stands where. */
import type { Clock, Post, Posted, Posts } from '../ports.ts';
import type { PostRow } from './conversation-tables.ts';
import { hold } from './hold.ts';
import { ensureRepository } from './repositories.ts';
import { both } from './subjects.ts';
import type { Database } from './tables.ts';
import { isRepositoryGone, repositoryGone } from './tombstones.ts';
import { transact } from './transact.ts';

/**
 * `intend` answers `created: true` to exactly one caller per repository and key. It fails with GITHUB_GONE where the
 * repository was removed, so that a job that is still running leaves no new rows behind.
 *
 * `claim` of an intent that never stood keeps what it was to replace. `record` leaves a row alone that was claimed under
 * another marker meanwhile.
 */
export function createPosts(db: Database, clock: Clock): Posts {
  const now = () => clock.now().getTime();
  return {
    find: (repositoryId, key) => find(db, repositoryId, key),

    intend: (repository, key, marker) =>
      transact(db, async tx => {
        const { installationId, repositoryId } = repository;
        await hold(tx, both(repository));
        if (await isRepositoryGone(tx, installationId, repositoryId)) throw repositoryGone(repositoryId);
        await ensureRepository(tx, repository);
        const intent = { repository_id: repositoryId, key, marker, intended_at: now() };
        const written = await tx
          .insertInto('posts')
          .values(intent)
          .onConflict(conflict => conflict.columns(['repository_id', 'key']).doNothing())
          .returningAll()
          .executeTakeFirst();
        if (written !== undefined) return { post: toPost(written), created: true };
        const post = await find(tx, repositoryId, key);
        if (post === null) throw repositoryGone(repositoryId);
        return { post, created: false };
      }),

    claim: async (post, marker) => {
      const { repositoryId, key, posted, intendedAt } = post;
      // Strictly later than before, so that of two claims in one millisecond only one finds the row as given.
      const claimedAt = Math.max(now(), intendedAt.getTime() + 1);
      const row = await db
        .updateTable('posts')
        .set({ marker, digest: null, intended_at: claimedAt, posted_id: null, posted_node_id: null })
        .$if(posted !== null, update => update.set(replacesColumns(posted)))
        .where('repository_id', '=', repositoryId)
        .where('key', '=', key)
        .where('marker', '=', post.marker)
        .where('posted_id', posted === null ? 'is' : '=', posted?.id ?? null)
        .where('intended_at', '=', intendedAt.getTime())
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : toPost(row);
    },

    record: async ({ repositoryId, key, marker, posted, digest, replaces }) => {
      await db
        .updateTable('posts')
        .set({ posted_id: posted?.id ?? null, posted_node_id: posted?.nodeId ?? null, digest })
        .set(replacesColumns(replaces))
        .where('repository_id', '=', repositoryId)
        .where('key', '=', key)
        .where('marker', '=', marker)
        .execute();
    },
  };
}

async function find(db: Database, repositoryId: number, key: string): Promise<Post | null> {
  const row = await db
    .selectFrom('posts')
    .where('repository_id', '=', repositoryId)
    .where('key', '=', key)
    .selectAll()
    .executeTakeFirst();
  return row === undefined ? null : toPost(row);
}

function toPost(row: PostRow): Post {
  return {
    repositoryId: row.repository_id,
    key: row.key,
    marker: row.marker,
    posted: toPosted(row.posted_id, row.posted_node_id),
    digest: row.digest,
    intendedAt: new Date(row.intended_at),
    replaces: toPosted(row.replaces_id, row.replaces_node_id),
  };
}

function toPosted(id: number | null, nodeId: string | null): Posted | null {
  return id === null || nodeId === null ? null : { id, nodeId };
}

function replacesColumns(replaces: Posted | null): Pick<PostRow, 'replaces_id' | 'replaces_node_id'> {
  return { replaces_id: replaces?.id ?? null, replaces_node_id: replaces?.nodeId ?? null };
}
