import { mkdirSync } from 'node:fs';
import { readdir, readlink } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test } from '@jest/globals';
import { writeAheadLogOf } from '../../src/store/sqlite/write-ahead-log.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

/** How many descriptors this process has on a file (Linux). */
async function descriptorsOn(path: string): Promise<number> {
  const names = await readdir('/proc/self/fd');
  const targets = await Promise.all(names.map(name => readlink(`/proc/self/fd/${name}`).catch(() => '')));
  return targets.filter(target => target === path).length;
}

test('the log of a database is held open from the first sync until it is closed', async () => {
  const path = files.newPath();
  const database = new DatabaseSync(path);
  database.exec('pragma journal_mode = wal; create table gauges (name text)');
  const bySqlite = await descriptorsOn(`${path}-wal`);
  const log = writeAheadLogOf(path);
  await log.sync();
  await log.sync();
  expect(await descriptorsOn(`${path}-wal`)).toBe(bySqlite + 1);
  await log.close();
  expect(await descriptorsOn(`${path}-wal`)).toBe(bySqlite);
  database.close();
});

test('where nothing was written yet there is nothing to sync, and later there is', async () => {
  const path = files.newPath();
  const log = writeAheadLogOf(path);
  await log.sync();
  const database = new DatabaseSync(path);
  database.exec('pragma journal_mode = wal; create table gauges (name text)');
  await log.sync();
  expect(await descriptorsOn(`${path}-wal`)).toBeGreaterThan(1);
  await log.close();
  database.close();
});

test('what cannot be synced is STORE_UNAVAILABLE and says why', async () => {
  const path = files.newPath();
  mkdirSync(`${path}-wal`);
  await expect(writeAheadLogOf(path).sync()).rejects.toMatchObject({
    code: 'STORE_UNAVAILABLE',
    message: expect.stringContaining('EISDIR'),
  });
});

test('one sync is under way at a time, and what asks meanwhile shares the next', async () => {
  const syncs: PromiseWithResolvers<void>[] = [];
  const datasync = () => {
    const sync = Promise.withResolvers<void>();
    syncs.push(sync);
    return sync.promise;
  };
  const log = writeAheadLogOf('gauges.sqlite', async () => ({ datasync, close: async () => {} }));
  const turn = () => new Promise<void>(resolve => setImmediate(resolve));
  const first = log.sync();
  await turn();
  const later = [log.sync(), log.sync()];
  await turn();
  expect(syncs).toHaveLength(1);
  syncs[0]?.reject(new Error('no room'));
  await expect(first).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  await turn();
  expect(syncs).toHaveLength(2);
  syncs[1]?.resolve();
  await Promise.all(later);
});
