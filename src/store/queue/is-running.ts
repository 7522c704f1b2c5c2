import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/**
 * Jobs that run, said with a constant: SQLite uses an index of some rows only where the statement itself names the same
 * ones (sqlite.org/partialindex.html), and would else read all that wait.
 */
export function isRunning(eb: ExpressionBuilder<Tables, 'jobs'>): ExpressionWrapper<Tables, 'jobs', SqlBool> {
  return eb('jobs.state', '=', sql.lit('running' as const));
}
