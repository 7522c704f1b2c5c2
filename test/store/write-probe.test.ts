import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '@jest/globals';
import { Kysely } from 'kysely';
import { migrate } from '../../src/store/migrations/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations/migrations.ts';
import { nodeSqliteDialect } from '../../src/store/sqlite/node-sqlite-dialect.ts';
import type { Tables } from '../../src/store/tables.ts';
import { createWriteProbe } from '../../src/store/write-probe.ts';
import { createMovingClock } from '../helpers/moving-clock.ts';

test('a database that answers and takes no writes is found out', async () => {
  const database = new DatabaseSync(':memory:');
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database) });
  await migrate(db, MIGRATIONS);
  const probe = createWriteProbe(db, createMovingClock());
  await probe.checkWritable();
  database.exec('pragma query_only = on');
  expect(await db.selectFrom('marks').selectAll().execute()).toHaveLength(1);
  await expect(probe.checkWritable()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  await db.destroy();
});
