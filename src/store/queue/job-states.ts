/**
 * The states of jobs in conditions, written out. SQLite uses an index of some rows only where the statement itself names the
 * same ones (sqlite.org/partialindex.html): with a parameter there it looks at its value, and plans anew for every run.
 */
import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import type { Tables } from '../tables.ts';

export const RUNNING = sql.lit('running' as const);
const WAITING = sql.lit('waiting' as const);

type OfJobs = ExpressionBuilder<Tables, 'jobs'>;

export function isRunning(eb: OfJobs): ExpressionWrapper<Tables, 'jobs', SqlBool> {
  return eb('jobs.state', '=', RUNNING);
}

export function isWaiting(eb: OfJobs): ExpressionWrapper<Tables, 'jobs', SqlBool> {
  return eb('jobs.state', '=', WAITING);
}
