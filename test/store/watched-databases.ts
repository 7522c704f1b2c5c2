/** Stores whose statements are on record, and how the database would carry each of them out. */
import { DatabaseSync } from 'node:sqlite';
import { type CompiledQuery, Kysely } from 'kysely';
import pg from 'pg';
import { z } from 'zod';
import { clockTime, createLeases } from '../../src/store/leases.ts';
import { migrate } from '../../src/store/migrations/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations/migrations.ts';
import { type OpenStore, openStoreOn } from '../../src/store/open-store.ts';
import { createPool } from '../../src/store/postgres/pool.ts';
import { postgresDialect } from '../../src/store/postgres/postgres-dialect.ts';
import { nobodyElse } from '../../src/store/queue/peers.ts';
import { nodeSqliteDialect } from '../../src/store/sqlite/node-sqlite-dialect.ts';
import { IN_MEMORY, setUp } from '../../src/store/sqlite/open-database.ts';
import type { Database, Tables } from '../../src/store/tables.ts';
import { createManualTime, type ManualTime } from '../contracts/manual-time.ts';
import { createCollectingLogger } from '../helpers/collecting-logger.ts';

type Statement = Pick<CompiledQuery, 'sql' | 'parameters'>;

export interface WatchedDatabase {
  readonly time: ManualTime;
  /** A store on the database. */
  open(): OpenStore & { readonly time: ManualTime };
  /** What was asked of the database since it was made, oldest first. */
  readonly statements: readonly Statement[];
  run(sql: string): Promise<void>;
  /** The tables, or their names in the statement, that it would read from end to end. */
  scanned(statement: Statement): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function watchSqlite(): Promise<WatchedDatabase> {
  const database = new DatabaseSync(IN_MEMORY);
  setUp(database, IN_MEMORY);
  const { statements, log } = record();
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database), log });
  await migrate(db, MIGRATIONS);
  statements.length = 0;
  // An index of the rows that a condition names is as short as they are few.
  const partial = `select name from sqlite_schema where type = 'index' and sql like '% where %'`;
  const ofFewRows = new Set(
    database
      .prepare(partial)
      .all()
      .map(({ name }) => String(name)),
  );
  const time = createManualTime();
  return {
    time,
    open: () => openOn(db, time),
    statements,
    run: async sql => database.exec(sql),
    scanned: async ({ sql, parameters }) => {
      const plan = database.prepare(`explain query plan ${sql}`).all(...parameters.map(toSqlite));
      return plan.flatMap(({ detail }) => {
        const [, table, index = ''] =
          /^SCAN (?!json_each )([a-z]\w*)(?: USING (?:COVERING )?INDEX (\w+))?/.exec(String(detail)) ?? [];
        return table === undefined || ofFewRows.has(index) ? [] : table;
      });
    },
    close: () => db.destroy(),
  };
}

export async function watchPostgres(databaseUrl: string): Promise<WatchedDatabase> {
  const { statements, log } = record();
  const pool = createPool({ databaseUrl, logger: createCollectingLogger(), statementTimeoutMs: 0 });
  const db = new Kysely<Tables>({ dialect: postgresDialect(pool), log });
  const [{ schema }] = SchemaRow.parse((await pool.query('select current_schema() as schema')).rows);
  await migrate(db, MIGRATIONS, schema);
  const beside = new pg.Client(databaseUrl);
  await beside.connect();
  statements.length = 0;
  const time = createManualTime();
  return {
    time,
    open: () => openOn(db, time),
    statements,
    run: async sql => void (await beside.query(sql)),
    scanned: async ({ sql, parameters }) => {
      const { rows } = await beside.query(`explain (format json) ${sql}`, [...parameters]);
      return scansIn(Explained.parse(rows)[0]['QUERY PLAN'][0].Plan);
    },
    close: async () => {
      await beside.end();
      await db.destroy();
    },
  };
}

function record(): { statements: Statement[]; log: (event: { query: Statement }) => void } {
  const statements: Statement[] = [];
  return { statements, log: ({ query }) => void statements.push(query) };
}

function openOn(db: Database, time: ManualTime): ReturnType<WatchedDatabase['open']> {
  const logger = createCollectingLogger();
  const leases = createLeases(db, 'process', clockTime(time));
  const database = { db, leases, peers: nobodyElse('process'), closeDatabase: async () => {} };
  const opened = openStoreOn(database, { clock: time, logger, setAlarm: time.setAlarm });
  return { ...opened, time };
}

function toSqlite(value: unknown): string | number | null {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError(`a parameter is a ${typeof value}`);
}

const SchemaRow = z.tuple([z.object({ schema: z.string() })]);

/** postgresql.org/docs/current/sql-explain.html: one row, one plan, a tree of nodes. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string | undefined;
  readonly Plans?: readonly PlanNode[] | undefined;
}
const PlanNode: z.ZodType<PlanNode> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Relation Name': z.string().optional(),
    Plans: z.array(PlanNode).optional(),
  }),
);
const Explained = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: PlanNode })]) })]);

function scansIn(node: PlanNode): string[] {
  const table = node['Node Type'] === 'Seq Scan' ? (node['Relation Name'] ?? []) : [];
  return [table, ...(node.Plans ?? []).map(scansIn)].flat();
}
