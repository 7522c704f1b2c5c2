/** What hints do to the rows of their targets. */
import type { ExpressionBuilder, ExpressionWrapper } from 'kysely';
import { type Hint, targetKey } from '../jobs.ts';
import { type ColumnTypes, columnsOf, forRows } from './json-rows.ts';
import type { Tables, TargetRow, Tx } from './tables.ts';
import { namesOf } from './targets.ts';

/** All hints about one target. */
interface Raise {
  /** The last one. */
  readonly hint: Hint;
  readonly count: number;
  readonly head: string | null;
  readonly observedAt: number;
}

const RAISED_COLUMNS: ColumnTypes<Omit<TargetRow, 'last_reviewed' | 'seen_at'>> = {
  key: 'text',
  repository_id: 'bigint',
  kind: 'text',
  branch: 'text',
  pull_number: 'bigint',
  head: 'text',
  head_observed_at: 'bigint',
  requested: 'bigint',
  done: 'bigint',
  requested_at: 'bigint',
};

const raise = forRows(RAISED_COLUMNS, (db, rows) =>
  db
    .insertInto('targets')
    .columns(columnsOf(RAISED_COLUMNS))
    .expression(rows)
    .onConflict(conflict =>
      conflict.column('key').doUpdateSet(eb => ({
        head: newerHead(eb),
        head_observed_at: newerTime(eb),
        branch: eb.ref('excluded.branch'),
        requested: eb('targets.requested', '+', eb.ref('excluded.requested')),
        requested_at: eb.ref('excluded.requested_at'),
      })),
    ),
);

/** Raises the requested generations, one for each hint, and lets the newer head win. `now`: milliseconds since 1970. */
export async function raiseTargets(tx: Tx, hints: readonly Hint[], now: number): Promise<void> {
  await raise(
    tx,
    foldByTarget(hints).map(({ hint, count, head, observedAt }) => ({
      ...namesOf(hint.target),
      head,
      head_observed_at: observedAt,
      requested: count,
      done: 0,
      requested_at: now,
    })),
  );
}

/** One statement writes a row once. */
function foldByTarget(hints: readonly Hint[]): Raise[] {
  const raises = new Map<string, Raise>();
  for (const hint of hints) {
    const key = targetKey(hint.target);
    const before = raises.get(key);
    const { head, observedAt } = before === undefined ? hint : newer(before, hint);
    raises.set(key, { hint, count: (before?.count ?? 0) + 1, head, observedAt });
  }
  return [...raises.values()];
}

/**
 * The later observation wins. Two different heads at the same second cannot be ordered: null, and GitHub is asked.
 * The rule is a maximum, so any order of the same hints ends in the same head, whether they are folded here or by the database.
 */
function newer(
  before: Pick<Raise, 'head' | 'observedAt'>,
  after: Pick<Raise, 'head' | 'observedAt'>,
): Pick<Raise, 'head' | 'observedAt'> {
  if (after.observedAt > before.observedAt) return after;
  if (after.observedAt < before.observedAt) return before;
  return { head: after.head === before.head ? before.head : null, observedAt: before.observedAt };
}

type Conflict = ExpressionBuilder<Tables & { excluded: Tables['targets'] }, 'targets' | 'excluded'>;

/** As `newer`. */
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
