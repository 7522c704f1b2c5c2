import { afterAll, afterEach, expect, test } from '@jest/globals';
import { targetKey } from '../../src/jobs.ts';
import { moveStore } from '../../src/store/move-store.ts';
import { delivery, forget, hint, REPOSITORY, repository, reReview, sha } from '../contracts/examples.ts';
import { createScriptedWorker } from '../contracts/scripted-worker.ts';
import { createCollectingLogger } from '../helpers/collecting-logger.ts';
import { fillStore } from './fill-store.ts';
import { createPostgresSchemas, describeOnPostgres } from './postgres-schemas.ts';
import { changeRows, readRows } from './raw-database.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
const schemas = createPostgresSchemas();
afterEach(async () => {
  await files.cleanUp();
  await schemas.cleanUp();
});
afterAll(schemas.drop);

const MAIN_KEY = targetKey(hint().target);
const other = repository({ installationId: 7, repositoryId: 9, owner: 'grace' });
const logger = createCollectingLogger();

/** Every table of a database, but for what belongs to the database itself and to processes. */
function tablesOf(path: string): string[] {
  const rows = readRows(
    path,
    `select name from sqlite_schema where type = 'table' and name not like 'sqlite%'
     and name not like 'kysely%' and name <> 'leases' order by name`,
  );
  return rows.map(row => String(row['name']));
}

async function filledFile(): Promise<string> {
  const path = files.newPath();
  const open = await files.openAt(path);
  await fillStore(open, [REPOSITORY, other]);
  await open.store.accept(delivery({ instructions: [forget(repository({ repositoryId: 77 }))] }));
  await open.close();
  return path;
}

describeOnPostgres('moving to PostgreSQL', () => {
  test('brings every row of every table', async () => {
    const from = await filledFile();
    const to = await schemas.newUrl();
    const moved = await moveStore({ from, to, logger });
    expect(moved.map(({ table }) => table).toSorted()).toEqual(tablesOf(from));
    // A table that nothing was in would prove nothing.
    for (const { rows } of moved) expect(rows).toBeGreaterThan(0);
    for (const { table } of moved) {
      const arrived = (
        await schemas.query(to, `select row_to_json(moved) as row from ${table} as moved`)
      ).map(({ row }) => JSON.stringify(Object.entries(row ?? {}).toSorted()));
      const sent = readRows(from, `select * from ${table}`).map(row =>
        JSON.stringify(Object.entries(row).toSorted()),
      );
      expect({ table, rows: arrived.toSorted() }).toEqual({ table, rows: sent.toSorted() });
    }
  });

  test('goes on with open work: what ran, what waited in order, and what comes after it', async () => {
    const from = files.newPath();
    const open = await files.openAt(from);
    await open.store.accept(delivery({ hints: [hint()] }));
    for (const id of ['a', 'b']) await open.store.accept(delivery({ id, instructions: [reReview(sha(1))] }));
    await open.close();
    changeRows(from, `update jobs set state = 'running', attempts = 1 where key = '${MAIN_KEY}'`);

    const to = await schemas.newUrl();
    await moveStore({ from, to, logger });
    const { store, queue } = await schemas.openAt(to);
    expect(await store.accept(delivery({ id: 'a', instructions: [reReview(sha(1))] }))).toBe('duplicate');
    await store.accept(delivery({ id: 'c', instructions: [reReview(sha(1))] }));
    const worker = createScriptedWorker();
    queue.work(worker);
    await queue.idle();
    expect(worker.runs.filter(key => key !== MAIN_KEY)).toEqual(['a#0', 'b#0', 'c#0']);
    expect(worker.runs).toContain(MAIN_KEY);
  });

  test('takes more rows than one statement holds', async () => {
    const from = files.newPath();
    await (await files.openAt(from)).close();
    changeRows(
      from,
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < 1234)
       insert into deliveries select 'delivery-' || i, 'push', null, i from n`,
    );
    const to = await schemas.newUrl();
    const moved = await moveStore({ from, to, logger });
    expect(moved).toContainEqual({ table: 'deliveries', rows: 1_234 });
  });

  test('a second time is refused and harms nothing', async () => {
    const from = await filledFile();
    const to = await schemas.newUrl();
    await moveStore({ from, to, logger });
    const { store } = await schemas.openAt(to);
    await store.accept(delivery({ hints: [hint()] }));
    const before = await schemas.query(to, 'select * from targets order by key');
    await expect(moveStore({ from, to, logger })).rejects.toThrow(
      /The target is not empty: its table \w+ has \d+ rows\. Nothing was changed/,
    );
    expect(await schemas.query(to, 'select * from targets order by key')).toEqual(before);
  });

  test('that fails on the way leaves nothing there, and can be done again', async () => {
    const from = await filledFile();
    const to = await schemas.newUrl();
    await (await schemas.openAt(to)).close();
    await schemas.query(to, 'alter table dead_letters add constraint refuse check (died_at < 0)');
    await expect(moveStore({ from, to, logger })).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(await schemas.query(to, 'select * from repositories')).toEqual([]);
    await schemas.query(to, 'alter table dead_letters drop constraint refuse');
    expect(await moveStore({ from, to, logger })).toContainEqual({ table: 'repositories', rows: 2 });
  });

  test('is refused while a server uses the file, and where there is none', async () => {
    const from = files.newPath();
    const { store } = await files.openAt(from);
    const to = await schemas.newUrl();
    await expect(moveStore({ from, to, logger })).rejects.toThrow(/Another Showwork server is using/);
    expect(await store.accept(delivery({ hints: [hint()] }))).toBe('accepted');
    await expect(moveStore({ from: `${from}-nowhere`, to, logger })).rejects.toThrow(/no database at/);
  });
});
