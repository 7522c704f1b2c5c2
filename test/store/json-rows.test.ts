import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Kysely } from 'kysely';
import { asTable, type ColumnTypes, forRows } from '../../src/store/json-rows.ts';
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

let built = 0;
const readBack = forRows(COLUMNS, (db, rows) => {
  built += 1;
  return db.selectFrom(asTable(rows, 'given')).selectAll();
});

function behaves(open: () => Promise<Database>): void {
  test('gives the rows that it was given, in their order', async () => {
    const db = await open();
    await fc.assert(
      fc.asyncProperty(rows, async given => {
        const answer = await readBack(db, given);
        const stored = given.map(({ name, level, remark }) => ({
          name: storableText(name),
          level,
          remark: remark === null ? null : storableText(remark),
        }));
        expect(answer.map(row => ({ ...row }))).toEqual(stored);
      }),
    );
  });

  test('is built once, however many rows it is given', async () => {
    const db = await open();
    const row: Row = { name: 'a', level: 1, remark: null };
    await readBack(db, [row]);
    const before = built;
    expect(await readBack(db, [])).toEqual([]);
    expect(await readBack(db, new Array<Row>(1_000).fill(row))).toHaveLength(1_000);
    expect(built).toBe(before);
  });

  test('says so where the statement leaves the rows out', async () => {
    const db = await open();
    const withoutRows = forRows(COLUMNS, anyDb => anyDb.selectFrom('deliveries').select('id'));
    await expect(withoutRows(db, [])).rejects.toThrow('a statement over rows takes none: select "id"');
  });
}

describe('forRows on SQLite', () => {
  const opened = openDatabase(IN_MEMORY);
  afterAll(async () => (await opened).close());
  behaves(async () => (await opened).db);
});

const schemas = createPostgresSchemas();
afterAll(schemas.drop);

describeOnPostgres('forRows on PostgreSQL', () => {
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
