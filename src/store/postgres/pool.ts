/** Connections to PostgreSQL, the way this store needs them: bounded, typed, and never the end of the process. */
import { Pool, TypeOverrides, types } from 'pg';
import { ShowworkError } from '../../errors.ts';
import type { Logger } from '../../ports.ts';

/** Connections of one process at most, besides the one that listens: PostgreSQL allows 100 by default in all. */
export const POOL_SIZE = 10;
/** GitHub hangs up after ten seconds: by then a webhook is stored, or has failed. */
export const STATEMENT_TIMEOUT_MS = 8_000;
const CONNECT_TIMEOUT_MS = 3_000;
/** A process that stopped in the middle of a transaction does not keep the others from its rows for longer. */
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 20_000;

/** How to talk to the server, for the pool and for single connections. */
export function connectionOptions(databaseUrl: string) {
  const numbers = new TypeOverrides();
  numbers.setTypeParser(types.builtins.INT8, toSafeInteger);
  return {
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'showwork',
    types: numbers,
  };
}

export interface PoolOptions {
  readonly databaseUrl: string;
  readonly logger: Logger;
  readonly size?: number;
  /** 0: none. */
  readonly statementTimeoutMs?: number;
}

export function createPool({ databaseUrl, logger, ...limits }: PoolOptions): Pool {
  const pool = new Pool({
    ...connectionOptions(databaseUrl),
    max: limits.size ?? POOL_SIZE,
    statement_timeout: limits.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
  });
  // Without listeners a server that goes away would end the process. A connection that is in use fails by itself, too.
  pool.on('error', error => logger.warn({ error: error.name }, 'an idle connection to PostgreSQL was lost'));
  pool.on('connect', client => client.on('error', () => {}));
  return pool;
}

/** All ids and times are whole numbers that JavaScript can hold; one that it cannot is refused, not rounded. */
function toSafeInteger(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new ShowworkError('PAYLOAD_INVALID', 'PostgreSQL holds a number that is too large');
}
