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

/**
 * One connection for all, who take turns. Whoever has written gives the turn away while it waits for the disk, so that as
 * many writes wait together as there are.
 */
export class DurableDriver extends SqliteDriver {
  readonly #parts: DurableDriverParts;
  readonly #turns = createTurns();

  constructor(parts: DurableDriverParts) {
    super({ database: parts.database });
    this.#parts = parts;
  }

  override async acquireConnection(): Promise<DurableConnection> {
    const connection = new DurableConnection(await super.acquireConnection(), this.#parts, this.#turns);
    await connection.beginTurn();
    return connection;
  }

  override async releaseConnection(connection?: DatabaseConnection): Promise<void> {
    if (connection instanceof DurableConnection) connection.endTurn();
  }

  override async destroy(): Promise<void> {
    await this.#parts.log.close();
    await super.destroy();
  }
}

class DurableConnection implements DatabaseConnection {
  readonly #inner: DatabaseConnection;
  readonly #parts: DurableDriverParts;
  readonly #turns: Turns;
  #endTurn: (() => void) | null = null;

  constructor(inner: DatabaseConnection, parts: DurableDriverParts, turns: Turns) {
    this.#inner = inner;
    this.#parts = parts;
    this.#turns = turns;
  }

  async beginTurn(): Promise<void> {
    this.#endTurn ??= await this.#turns.take();
  }

  endTurn(): void {
    this.#endTurn?.();
    this.#endTurn = null;
  }

  async executeQuery<Row>(
    ...asked: Parameters<DatabaseConnection['executeQuery']>
  ): Promise<QueryResult<Row>> {
    await this.beginTurn();
    const result = await this.#inner.executeQuery<Row>(...asked);
    const [{ query, sql }] = asked;
    const { raw, log } = this.#parts;
    // What a transaction writes is synced once, by its commit.
    if (raw.isTransaction || SelectQueryNode.is(query) || sql === 'rollback') return result;
    this.endTurn();
    await log.sync();
    return result;
  }

  streamQuery<Row>(
    ...asked: Parameters<DatabaseConnection['streamQuery']>
  ): AsyncIterableIterator<QueryResult<Row>> {
    return this.#inner.streamQuery<Row>(...asked);
  }
}

interface Turns {
  /** Resolves when it is one's turn, in the order of asking, with how to end it. */
  take(): Promise<() => void>;
}

function createTurns(): Turns {
  let last = Promise.resolve();
  return {
    async take() {
      const before = last;
      const turn = Promise.withResolvers<void>();
      last = turn.promise;
      await before;
      return turn.resolve;
    },
  };
}
