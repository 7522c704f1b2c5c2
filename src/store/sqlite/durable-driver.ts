/**
 * Kysely's SQLite driver, whose writes resolve when they stand on the disk. SQLite would sync each commit itself
 * (`synchronous = full`), but on the event loop, where nothing else could be done meanwhile.
 */
import type { DatabaseSync } from 'node:sqlite';
import {
  type DatabaseConnection,
  type QueryResult,
  SelectQueryNode,
  type SqliteDatabase,
  SqliteDriver,
} from 'kysely';
import type { WriteAheadLog } from './write-ahead-log.ts';

export interface DurableDriverParts {
  readonly database: SqliteDatabase;
  /** What `database` stands for. */
  readonly raw: Pick<DatabaseSync, 'isTransaction'>;
  readonly log: WriteAheadLog;
}

export class DurableDriver extends SqliteDriver {
  readonly #parts: DurableDriverParts;
  #connection: DurableConnection | null = null;

  constructor(parts: DurableDriverParts) {
    super({ database: parts.database });
    this.#parts = parts;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#connection ??= new DurableConnection(await super.acquireConnection(), this.#parts);
    return this.#connection;
  }

  override async destroy(): Promise<void> {
    await this.#parts.log.close();
    await super.destroy();
  }
}

class DurableConnection implements DatabaseConnection {
  readonly #inner: DatabaseConnection;
  readonly #parts: DurableDriverParts;

  constructor(inner: DatabaseConnection, parts: DurableDriverParts) {
    this.#inner = inner;
    this.#parts = parts;
  }

  async executeQuery<Row>(
    ...asked: Parameters<DatabaseConnection['executeQuery']>
  ): Promise<QueryResult<Row>> {
    const result = await this.#inner.executeQuery<Row>(...asked);
    const [{ query }] = asked;
    const { raw, log } = this.#parts;
    // What a transaction writes is synced once, by its commit.
    if (!raw.isTransaction && !SelectQueryNode.is(query)) await log.sync();
    return result;
  }

  streamQuery<Row>(
    ...asked: Parameters<DatabaseConnection['streamQuery']>
  ): AsyncIterableIterator<QueryResult<Row>> {
    return this.#inner.streamQuery<Row>(...asked);
  }
}
