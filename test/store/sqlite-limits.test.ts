import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from '@jest/globals';
import { Kysely, sql } from 'kysely';
import { nodeSqliteDialect } from '../../src/store/sqlite/node-sqlite-dialect.ts';
import { IN_MEMORY } from '../../src/store/sqlite/open-database.ts';
import type { Tables } from '../../src/store/tables.ts';

const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(new DatabaseSync(IN_MEMORY)) });
afterAll(() => db.destroy());

test('a limit is no parameter', () => {
  const { sql: text, parameters } = db
    .selectFrom('deliveries')
    .where('event', '=', 'push')
    .limit(7)
    .select('id')
    .compile();
  expect(text).toBe('select "id" from "deliveries" where "event" = ? limit 7');
  expect(parameters).toEqual(['push']);
});

test('a limit in SQL stays as it is', () => {
  const { sql: text } = db.selectFrom('deliveries').limit(sql<number>`2 + ${3}`).select('id').compile();
  expect(text).toBe('select "id" from "deliveries" limit 2 + ?');
});
