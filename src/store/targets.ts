/** Branches and pull requests, each with the generation that was asked for and the one that was worked off. */
import type { ExpressionBuilder, ExpressionWrapper } from 'kysely';
import { type Hint, type Target, TargetRef, targetKey } from '../jobs.ts';
import type { TargetState } from '../ports.ts';
import type { Snapshot } from '../review/delta.ts';
import { ensureRepository, toRepository } from './repositories.ts';
import { requireShape } from './stored-json.ts';
import { readSnapshot } from './stored-snapshot.ts';
import type { Database, Tables, TargetRow, Tx } from './tables.ts';
import { isRepositoryGone } from './tombstones.ts';

/** Raises the requested generation, and lets the newer head win. `now`: milliseconds since 1970. */
export async function raiseTarget(tx: Tx, hint: Hint, now: number): Promise<void> {
  await tx
    .insertInto('targets')
    .values({
      ...namesOf(hint.target),
      head: hint.head,
      head_observed_at: hint.observedAt,
      requested: 1,
      done: 0,
      requested_at: now,
    })
    .onConflict(conflict =>
      conflict.column('key').doUpdateSet(eb => ({
        head: newerHead(eb),
        head_observed_at: newerTime(eb),
        branch: eb.ref('excluded.branch'),
        requested: eb('targets.requested', '+', 1),
        requested_at: now,
      })),
    )
    .execute();
}

/** What names a target in its row. */
function namesOf(
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

type Conflict = ExpressionBuilder<Tables & { excluded: Tables['targets'] }, 'targets' | 'excluded'>;

/**
 * The later observation wins. Two different heads at the same second cannot be ordered: null, and GitHub is asked.
 * The rule is a maximum, so any order of the same hints ends in the same head.
 */
function newerHead(eb: Conflict): ExpressionWrapper<Tables, 'targets', string | null> {
  return eb
    .case()
    .when('excluded.head_observed_at', '>', eb.ref('targets.head_observed_at'))
    .then(eb.ref('excluded.head'))
    .when('excluded.head_observed_at', '<', eb.ref('targets.head_observed_at'))
    .then(eb.ref('targets.head'))
    .when('excluded.head', '=', eb.ref('targets.head'))
    .then(eb.ref('targets.head'))
    .else(null)
    .end();
}

function newerTime(eb: Conflict): ExpressionWrapper<Tables, 'targets', number> {
  return eb
    .case()
    .when('excluded.head_observed_at', '>', eb.ref('targets.head_observed_at'))
    .then(eb.ref('excluded.head_observed_at'))
    .else(eb.ref('targets.head_observed_at'))
    .end();
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
