import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Kysely } from 'kysely';
import { type ColumnTypes, selectRows } from '../../src/store/json-rows.ts';
import { createPool } from '../../src/store/postgres/pool.ts';
import { postgresDialect } from '../../src/store/postgres/postgres-dialect.ts';
import { IN_MEMORY, openDatabase } from '../../src/store/sqlite/open-database.ts';
import { storableText } from '../../src/store/storable-text.ts';
import type { Database, Tables } from '../../src/store/tables.ts';
import { createCollectingLogger } from '../helpers/collecting-logger.ts';
import { createPostgresSchemas, describeOnPostgres } from './postgres-schemas.ts';

interface Row {
  readonly name: string;
  readonly level: number;
  readonly remark: string | null;
}
const COLUMNS: ColumnTypes<Row> = { name: 'text', level: 'bigint', remark: 'text' };

const text = fc.string({ unit: 'binary' });
const rows = fc.array(
  fc.record({ name: text, level: fc.maxSafeInteger(), remark: fc.option(text) }) satisfies fc.Arbitrary<Row>,
);

function behaves(open: () => Promise<Database>): void {
  test('gives the rows that it was given, in their order', async () => {
    const db = await open();
    await fc.assert(
      fc.asyncProperty(rows, async given => {
        const answer = await selectRows(db, COLUMNS, given).execute(db);
        const stored = given.map(({ name, level, remark }) => ({
          name: storableText(name),
          level,
          remark: remark === null ? null : storableText(remark),
        }));
        expect(answer.rows.map(row => ({ ...row }))).toEqual(stored);
      }),
    );
  });

  test('is one statement for any number of rows', async () => {
    const db = await open();
    const textOf = (count: number) =>
      selectRows(db, COLUMNS, new Array<Row>(count).fill({ name: 'a', level: 1, remark: null })).compile(db)
        .sql;
    expect(textOf(0)).toBe(textOf(100));
  });
}

describe('selectRows on SQLite', () => {
  const opened = openDatabase(IN_MEMORY);
  afterAll(async () => (await opened).close());
  behaves(async () => (await opened).db);
});

const schemas = createPostgresSchemas();
afterAll(schemas.drop);

describeOnPostgres('selectRows on PostgreSQL', () => {
  let db: Kysely<Tables> | null = null;
  afterAll(() => db?.destroy());
  behaves(async () => {
    const logger = createCollectingLogger();
    db ??= new Kysely<Tables>({
      dialect: postgresDialect(createPool({ databaseUrl: await schemas.newUrl(), logger })),
    });
    return db;
  });
});
