/** Kysely's own PostgreSQL dialect, with failures as ours. */
import { type DatabaseConnection, PostgresDialect, PostgresDriver } from 'kysely';
import type { Pool } from 'pg';
import { storableText } from '../storable-text.ts';
import { postgresFailure } from './postgres-failure.ts';

/** A Kysely dialect on a pool; destroying the Kysely instance ends the pool. */
export function postgresDialect(pool: Pool): PostgresDialect {
  return new TranslatingDialect(pool);
}

class TranslatingDialect extends PostgresDialect {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    super({ pool });
    this.#pool = pool;
  }

  override createDriver(): PostgresDriver {
    return new TranslatingDriver({ pool: this.#pool });
  }
}

class TranslatingDriver extends PostgresDriver {
  readonly #translating = new WeakSet<DatabaseConnection>();

  override async acquireConnection(
    ...options: Parameters<PostgresDriver['acquireConnection']>
  ): Promise<DatabaseConnection> {
    const connection = await translating(super.acquireConnection(...options));
    if (!this.#translating.has(connection)) {
      this.#translating.add(connection);
      translateFailures(connection);
    }
    return connection;
  }
}

function translateFailures(connection: DatabaseConnection): void {
  const execute = connection.executeQuery.bind(connection);
  connection.executeQuery = (query, ...options) =>
    translating(execute({ ...query, parameters: query.parameters.map(storable) }, ...options));
}

function storable(value: unknown): unknown {
  return typeof value === 'string' ? storableText(value) : value;
}

async function translating<Result>(action: Promise<Result>): Promise<Result> {
  try {
    return await action;
  } catch (error) {
    throw postgresFailure(error);
  }
}
