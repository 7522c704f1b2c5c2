/** Branches and pull requests, each with the generation that was asked for and the one that was worked off. */
import { type Target, TargetRef, targetKey } from '../jobs.ts';
import type { TargetState } from '../ports.ts';
import type { Snapshot } from '../review/delta.ts';
import { ensureRepository, toRepository } from './repositories.ts';
import { requireShape } from './stored-json.ts';
import { readSnapshot } from './stored-snapshot.ts';
import type { Database, TargetRow } from './tables.ts';
import { isRepositoryGone } from './tombstones.ts';

/** What names a target in its row. */
export function namesOf(
  target: Target,
): Pick<TargetRow, 'key' | 'repository_id' | 'kind' | 'branch' | 'pull_number'> {
  const { repository, ref } = target;
  return {
    key: targetKey(target),
    repository_id: repository.repositoryId,
    kind: ref.kind,
    branch: ref.branch ?? null,
    pull_number: ref.kind === 'pull-request' ? ref.number : null,
  };
}

export async function readTarget(db: Database, key: string): Promise<TargetState | null> {
  const row = await db
    .selectFrom('targets')
    .innerJoin('repositories', 'repositories.repository_id', 'targets.repository_id')
    .where('targets.key', '=', key)
    .selectAll('targets')
    .select(['installation_id', 'owner', 'name', 'default_branch', 'private'])
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    key: row.key,
    repository: toRepository(row),
    ref: toRef(row),
    head: row.head,
    requested: row.requested,
    done: row.done,
    requestedAt: new Date(row.requested_at),
    lastReviewed: readSnapshot(row.last_reviewed),
  };
}

function toRef(row: TargetRow): TargetRef {
  const ref =
    row.kind === 'branch'
      ? { kind: row.kind, branch: row.branch }
      : {
          kind: row.kind,
          number: row.pull_number,
          ...(row.branch !== null && { branch: row.branch }),
        };
  return requireShape(TargetRef, ref, `target ${row.key}`);
}

/**
 * Records that a generation was worked off, and how its commit stood if it was reviewed; an older generation than
 * recorded changes nothing.
 */
export async function finishTarget(
  db: Database,
  key: string,
  generation: number,
  reviewed?: Snapshot,
): Promise<void> {
  await db
    .updateTable('targets')
    .set({ done: generation, ...(reviewed && { last_reviewed: JSON.stringify(reviewed) }) })
    .where('key', '=', key)
    .where('done', '<', generation)
    .execute();
}

/**
 * Makes the row of a target that nobody asked for yet, with how it stood. Whatever a delivery says of its head is newer.
 * `now`: milliseconds since 1970.
 */
export async function noteReviewed(
  db: Database,
  target: Target,
  reviewed: Snapshot,
  now: number,
): Promise<void> {
  const { repository } = target;
  await db.transaction().execute(async tx => {
    if (await isRepositoryGone(tx, repository.installationId, repository.repositoryId)) return;
    await ensureRepository(tx, repository);
    await tx
      .insertInto('targets')
      .values({
        ...namesOf(target),
        head: reviewed.headSha,
        head_observed_at: 0,
        requested: 0,
        done: 0,
        requested_at: now,
        last_reviewed: JSON.stringify(reviewed),
      })
      .onConflict(conflict => conflict.column('key').doNothing())
      .execute();
  });
}
