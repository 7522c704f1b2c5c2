/** Failures of PostgreSQL and of the way to it as ours. */
import { z } from 'zod';
import { ShowworkError } from '../../errors.ts';

/** What the server itself answers; `code` is an SQLSTATE. */
const ServerFailure = z.object({ severity: z.string(), code: z.string(), message: z.string() });

/**
 * Classes of SQLSTATE that are our mistake and not the server's state: data exception, broken constraint, syntax error
 * or missing name, a value too large for its place (postgresql.org/docs/current/errcodes-appendix.html).
 */
const OUR_MISTAKES = ['22', '23', '42', '54'];

/** INTERNAL where a statement of ours is wrong; STORE_UNAVAILABLE where the server refuses, is gone or is full. */
export function postgresFailure(error: unknown): ShowworkError {
  if (error instanceof ShowworkError) return error;
  const failure = ServerFailure.safeParse(error);
  const ours = failure.success && OUR_MISTAKES.includes(failure.data.code.slice(0, 2));
  const reason = error instanceof Error ? describe(error) : String(error);
  return new ShowworkError(ours ? 'INTERNAL' : 'STORE_UNAVAILABLE', `PostgreSQL: ${reason}`, {
    cause: error,
  });
}

/** Trying several addresses of one host fails with all their errors and no message of its own. */
function describe(error: Error): string {
  return error instanceof AggregateError ? error.errors.map(String).join('; ') : error.message;
}
