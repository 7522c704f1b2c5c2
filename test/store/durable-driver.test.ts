import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Generated, Kysely, sql } from 'kysely';
import { ShowworkError } from '../../src/errors.ts';
import { nodeSqliteDialect } from '../../src/store/sqlite/node-sqlite-dialect.ts';
import { IN_MEMORY } from '../../src/store/sqlite/open-database.ts';

interface Tables {
  gauges: { id: Generated<number>; name: string };
}

/** A log that is synced when the test says so. */
function createSlowLog() {
  const waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];
  let closed = false;
  return {
    get syncs() {
      return waiting.length;
    },
    get closed() {
      return closed;
    },
    sync: () => new Promise<void>((resolve, reject) => void waiting.push({ resolve, reject })),
    close: async () => {
      closed = true;
    },
    finish: () => waiting.at(-1)?.resolve(),
    finishAll: () => {
      for (const { resolve } of waiting) resolve();
    },
    fail: (error: Error) => waiting.at(-1)?.reject(error),
  };
}

let raw: DatabaseSync;
let log: ReturnType<typeof createSlowLog>;
let db: Kysely<Tables>;

beforeEach(() => {
  raw = new DatabaseSync(IN_MEMORY);
  raw.exec('create table gauges (id integer primary key, name text not null)');
  log = createSlowLog();
  db = new Kysely<Tables>({ dialect: nodeSqliteDialect(raw, log) });
});
afterEach(() => db.destroy());

const add = (to: Pick<Kysely<Tables>, 'insertInto'>, name: string) =>
  to.insertInto('gauges').values({ name }).execute();
const count = () => Number(raw.prepare('select count(*) as count from gauges').get()?.['count']);

/** Lets everything go on that waits for nothing but its turn. */
const turn = () => new Promise<void>(resolve => setImmediate(resolve));

/** Whether a promise has settled after a turn of the event loop. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  const note = () => {
    settled = true;
  };
  promise.then(note, note);
  await turn();
  return settled;
}

test('a write resolves when the log is synced, and not before', async () => {
  const writing = add(db, 'pier');
  expect(await isSettled(writing)).toBe(false);
  expect(count()).toBe(1);
  log.finish();
  await writing;
  expect(log.syncs).toBe(1);
});

test('a transaction is synced once, after its commit', async () => {
  const writing = db.transaction().execute(async tx => {
    for (const name of ['pier', 'lock', 'weir']) await add(tx, name);
    expect(log.syncs).toBe(0);
  });
  expect(await isSettled(writing)).toBe(false);
  expect(raw.isTransaction).toBe(false);
  log.finish();
  await writing;
  expect(log.syncs).toBe(1);
});

test('a write that answers rows, and one in SQL, are synced as well', async () => {
  const answering = db.insertInto('gauges').values({ name: 'pier' }).returning('id').execute();
  await turn();
  log.finish();
  expect(await answering).toEqual([{ id: 1 }]);
  const deleting = sql`delete from gauges`.execute(db);
  await turn();
  log.finish();
  await deleting;
  expect(log.syncs).toBe(2);
});

test('a query waits for no disk', async () => {
  expect(await db.selectFrom('gauges').selectAll().execute()).toEqual([]);
  expect(log.syncs).toBe(0);
});

test('others go on while one waits for the disk, and all wait together', async () => {
  const first = add(db, 'pier');
  await turn();
  expect(await db.selectFrom('gauges').select('name').execute()).toEqual([{ name: 'pier' }]);
  const second = add(db, 'lock');
  await turn();
  expect(count()).toBe(2);
  log.finishAll();
  await Promise.all([first, second]);
});

test('a transaction has its turn alone', async () => {
  const open = Promise.withResolvers<void>();
  const transaction = db.transaction().execute(async tx => {
    await add(tx, 'pier');
    await open.promise;
    await add(tx, 'lock');
  });
  await turn();
  const other = add(db, 'weir');
  const reading = db.selectFrom('gauges').select('name').execute();
  await turn();
  expect(count()).toBe(1);
  open.resolve();
  await turn();
  log.finishAll();
  await Promise.all([transaction, other]);
  expect(await reading).toEqual(['pier', 'lock', 'weir'].map(name => ({ name })));
});

test('who has written on a connection and goes on waits for a turn again', async () => {
  const open = Promise.withResolvers<void>();
  const own = db.connection().execute(async connection => {
    await add(connection, 'pier');
    await add(connection, 'weir');
  });
  await turn();
  const transaction = db.transaction().execute(async tx => {
    await add(tx, 'lock');
    await open.promise;
    throw new Error('given up');
  });
  await turn();
  log.finishAll();
  await turn();
  expect(count()).toBe(2);
  open.resolve();
  await expect(transaction).rejects.toThrow('given up');
  await turn();
  log.finishAll();
  await own;
  expect(raw.prepare('select name from gauges').all()).toEqual([{ name: 'pier' }, { name: 'weir' }]);
});

test('a log that cannot be synced fails the write, and the next one is tried', async () => {
  const full = new ShowworkError('STORE_UNAVAILABLE', 'no room');
  const failing = add(db, 'pier');
  await turn();
  log.fail(full);
  await expect(failing).rejects.toBe(full);
  const next = add(db, 'lock');
  await turn();
  log.finish();
  await next;
  expect(count()).toBe(2);
});

test('the log is closed with the database', async () => {
  await db.selectFrom('gauges').selectAll().execute();
  await db.destroy();
  expect(log.closed).toBe(true);
  expect(raw.isOpen).toBe(false);
});
