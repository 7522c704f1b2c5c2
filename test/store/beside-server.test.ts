import { mkdirSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ShowworkError } from '../../src/errors.ts';
import { targetKey } from '../../src/jobs.ts';
import { openDeadLetters } from '../../src/store/open-dead-letters.ts';
import { inspectDatabase } from '../../src/store/sqlite/inspect-database.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { delivery, hint } from '../contracts/examples.ts';
import { createManualTime } from '../contracts/manual-time.ts';
import { createScriptedWorker } from '../contracts/scripted-worker.ts';
import { createCollectingLogger } from '../helpers/collecting-logger.ts';
import { changeRows, readRows } from './raw-database.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

const MAIN_KEY = targetKey(hint().target);
const CLOCK = createManualTime();
const place = (dataPath: string) => ({
  dataPath,
  databaseUrl: null,
  clock: CLOCK,
  logger: createCollectingLogger(),
});
/** Longer than the server takes to notice. */
const NOTICED_MS = 10_000;

/** A store in which one job was given up, and a worker that fails the first time only. */
async function withDeadLetter() {
  const path = files.newPath();
  const open = await files.openAt(path);
  const worker = createScriptedWorker((_, run) => {
    if (run === 1) throw new ShowworkError('GITHUB_FORBIDDEN', 'HTTP 403');
    return null;
  });
  await open.store.accept(delivery({ hints: [hint()] }));
  open.queue.work(worker);
  await open.queue.idle();
  return { path, worker, ...open };
}

async function retryFromOutside(path: string): Promise<void> {
  const { deadLetters, close } = await openDeadLetters(place(path));
  const [letter] = await deadLetters.list('open');
  expect(await deadLetters.retry(letter?.referenceId ?? '')).toBe('waiting');
  await close();
}

describe('a retry from another process', () => {
  test('is noticed by the server that runs', async () => {
    const { path, worker, time } = await withDeadLetter();
    await retryFromOutside(path);
    expect(worker.runs).toEqual([MAIN_KEY]);
    time.advance(NOTICED_MS);
    await worker.started(2);
    expect(worker.runs).toEqual([MAIN_KEY, MAIN_KEY]);
  });

  test('is done by the next server where none runs', async () => {
    const { path, close } = await withDeadLetter();
    await close();
    await retryFromOutside(path);
    const next = await files.openAt(path);
    const worker = createScriptedWorker();
    next.queue.work(worker);
    await next.queue.idle();
    expect(worker.runs).toEqual([MAIN_KEY]);
  });

  test('wakes nobody where nothing was written', async () => {
    const { path, time, queue, worker } = await withDeadLetter();
    readRows(path, 'select * from jobs');
    time.advance(NOTICED_MS);
    await queue.idle();
    expect(worker.runs).toEqual([MAIN_KEY]);
  });

  test.each([
    ['there is no database', () => {}, /There is no database at/],
    [
      'it is of a newer version',
      (path: string) => changeRows(path, `insert into kysely_migration values ('9999-future', '2030-01-01')`),
      /of another version/,
    ],
    [
      'it is of an older version',
      (path: string) => changeRows(path, `delete from kysely_migration where name like '%dead-letter%'`),
      /of another version/,
    ],
    [
      'it is no database',
      (path: string) => changeRows(path, 'drop table kysely_migration'),
      /of another version/,
    ],
  ])('says what to do where %s', async (name, spoil, message) => {
    const path = files.newPath();
    if (name !== 'there is no database') await (await files.openAt(path)).close();
    spoil(path);
    await expect(openDeadLetters(place(path))).rejects.toThrow(message);
  });
});

test('while a transaction of the server is open, others wait, and it cannot fail halfway', async () => {
  const path = files.newPath();
  const { db, close } = await openDatabase(path);
  await db.transaction().execute(async tx => {
    await tx.selectFrom('jobs').selectAll().execute();
    const write = `insert into deliveries values ('d', 'push', null, 1)`;
    expect(() => changeRows(path, write)).toThrow(/database is locked/);
    await tx
      .insertInto('deliveries')
      .values({ id: 'd', event: 'push', action: null, accepted_at: 1 })
      .execute();
  });
  await close();
});

describe('an inspection', () => {
  const USABLE = {
    kind: 'usable',
    refusesWrites: null,
    pending: [],
    unknown: [],
    mayWork: true,
    deadLetters: 0,
  };

  test('finds nothing wrong beside a server, and counts what was given up until it is tried again', async () => {
    const { path } = await withDeadLetter();
    expect(await inspectDatabase(path)).toEqual({ ...USABLE, deadLetters: 1 });
    await retryFromOutside(path);
    expect(await inspectDatabase(path)).toEqual(USABLE);
  });

  test('says what is there: nothing, no database, an older or a newer one', async () => {
    const path = files.newPath();
    expect(await inspectDatabase(path)).toEqual({ kind: 'absent' });
    expect(await inspectDatabase('/proc/self')).toMatchObject({ kind: 'unusable' });
    await (await files.openAt(path)).close();
    const last = `name like '%dead-letter-retries'`;
    changeRows(path, `update kysely_migration set name = '9999-future' where ${last}`);
    expect(await inspectDatabase(path)).toMatchObject({
      pending: [expect.stringContaining('dead-letter-retries')],
      unknown: ['9999-future'],
      mayWork: false,
    });
  });

  test('tells why a database cannot be used', async () => {
    const { path, close } = await withDeadLetter();
    await close();
    mkdirSync(`${path}-wal`);
    expect(await inspectDatabase(path)).toEqual({
      kind: 'unusable',
      reason: expect.stringContaining('unable to open database file'),
    });
  });
});
