/** Makes Node's own SQLite look like what Kysely's SQLite dialect expects, and its failures like ours. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely';
import { z } from 'zod';
import { ShowworkError } from '../../errors.ts';
import { DurableDriver } from './durable-driver.ts';
import { LimitsWrittenOut } from './query-compiler.ts';
import type { WriteAheadLog } from './write-ahead-log.ts';

/** Primary result code of a broken constraint (sqlite.org/rescode.html#constraint): our mistake, not the disk's. */
const SQLITE_CONSTRAINT = 19;

const SqliteFailure = z.object({
  code: z.literal('ERR_SQLITE_ERROR'),
  errcode: z.int(),
  message: z.string(),
});

/**
 * A Kysely dialect on an open database; destroying the Kysely instance closes it. With a log, what is written is synced
 * there before it resolves; without one that is left to SQLite.
 */
export function nodeSqliteDialect(raw: DatabaseSync, log: WriteAheadLog | null = null): SqliteDialect {
  return new NodeSqliteDialect(raw, log);
}

class NodeSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;
  readonly #raw: DatabaseSync;
  readonly #log: WriteAheadLog | null;

  constructor(raw: DatabaseSync, log: WriteAheadLog | null) {
    const database = asSqliteDatabase(raw);
    super({ database });
    this.#database = database;
    this.#raw = raw;
    this.#log = log;
  }

  override createDriver(): SqliteDriver {
    const parts = { database: this.#database, raw: this.#raw };
    return this.#log === null ? new SqliteDriver(parts) : new DurableDriver({ ...parts, log: this.#log });
  }

  override createAdapter(): SqliteAdapter {
    return new OwnAdapter({ driverTakesTurns: this.#log !== null });
  }

  override createQueryCompiler(): SqliteQueryCompiler {
    return new LimitsWrittenOut();
  }
}

class OwnAdapter extends SqliteAdapter {
  readonly #driverTakesTurns: boolean;

  constructor({ driverTakesTurns }: { readonly driverTakesTurns: boolean }) {
    super();
    this.#driverTakesTurns = driverTakesTurns;
  }

  /** SQLite can roll back schema changes; Kysely's adapter says no, which would leave a failed migration half done. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  /** Otherwise Kysely itself lets one have the connection at a time, until it is given back. */
  override get supportsMultipleConnections(): boolean {
    return this.#driverTakesTurns;
  }
}

/**
 * Statements that are kept ready, the longest unused first to go: Kysely asks for the same texts again and again, and to
 * prepare one takes longer than to run it.
 */
const MAX_PREPARED = 100;

function asSqliteDatabase(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  const prepare = (sql: string) => asSqliteStatement(translating(() => database.prepare(sql)));
  return {
    close: () => database.close(),
    prepare: sql => {
      // Some failures (a full disk) end the transaction by themselves; failing once more would hide the cause.
      if (sql === 'rollback' && !database.isTransaction) return NOTHING_TO_DO;
      const statement = prepared.get(sql) ?? prepare(sql === 'begin' ? BEGIN : sql);
      prepared.delete(sql);
      prepared.set(sql, statement);
      for (const oldest of prepared.keys()) {
        if (prepared.size <= MAX_PREPARED) break;
        prepared.delete(oldest);
      }
      return statement;
    },
  };
}

/**
 * Takes the write lock at once. A transaction that reads first and wants to write later fails, and no waiting helps, where
 * another process wrote in between (sqlite.org/rescode.html#busy_snapshot): an operator's command beside the server.
 */
const BEGIN = 'begin immediate';

const NOTHING_TO_DO: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
};

function asSqliteStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: parameters => translating(() => statement.all(...parameters.map(toSqlValue))),
    run: parameters => translating(() => statement.run(...parameters.map(toSqlValue))),
    iterate: parameters => translating(() => statement.iterate(...parameters.map(toSqlValue))),
  };
}

function toSqlValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
    return value;
  }
  throw new TypeError(`SQLite cannot store a ${typeof value}`);
}

function translating<Result>(action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw sqliteFailure(error);
  }
}

/** A failure of SQLite as STORE_UNAVAILABLE, or INTERNAL where a constraint broke; anything else as it is. */
function sqliteFailure(error: unknown): unknown {
  const failure = SqliteFailure.safeParse(error);
  if (!failure.success) return error;
  const { errcode, message } = failure.data;
  // The primary code is the low byte of an extended one (sqlite.org/rescode.html#extended_result_code).
  const code = (errcode & 0xff) === SQLITE_CONSTRAINT ? 'INTERNAL' : 'STORE_UNAVAILABLE';
  return new ShowworkError(code, `SQLite: ${message}`, { cause: error });
}
