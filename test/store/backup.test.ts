import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, test } from '@jest/globals';
import { targetKey } from '../../src/jobs.ts';
import { backUp } from '../../src/store/sqlite/backup.ts';
import { restore } from '../../src/store/sqlite/restore.ts';
import { delivery, hint, REPOSITORY, repository } from '../contracts/examples.ts';
import { createScriptedWorker } from '../contracts/scripted-worker.ts';
import { runShowwork } from '../helpers/run-showwork.ts';
import { fillStore } from './fill-store.ts';
import { readRows } from './raw-database.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

const MAIN_KEY = targetKey(hint().target);
const NOW = new Date('2026-03-02T09:00:00Z');
const branch = (name: string) => hint({ ref: { kind: 'branch', branch: name } });

/** All rows of all tables. */
function contents(path: string): Record<string, unknown[]> {
  const tables = readRows(path, "select name from sqlite_schema where type = 'table' order by name");
  return Object.fromEntries(
    tables.map(({ name }) => [String(name), readRows(path, `select * from "${name}"`)]),
  );
}

describe('a backup', () => {
  test('of a database that a server works on holds every row, in one file for its owner only', async () => {
    const path = files.newPath();
    const open = await files.openAt(path);
    await fillStore(open, [REPOSITORY]);
    const copy = files.newPath();
    expect(await backUp(path, copy)).toBeGreaterThan(10);
    expect(contents(copy)).toEqual(contents(path));
    expect(readdirSync(dirname(copy))).toEqual(['showwork.sqlite']);
    expect((statSync(copy).mode & 0o777).toString(8)).toBe('600');
  });

  test('made amid writes stands at one moment, and nothing is kept from being written', async () => {
    const path = files.newPath();
    const { store } = await files.openAt(path);
    const accepting = Array.from({ length: 300 }, (_, index) =>
      store.accept(delivery({ hints: [branch(`b${index}`)] })),
    );
    const copy = files.newPath();
    await backUp(path, copy);
    expect(new Set(await Promise.all(accepting))).toEqual(new Set(['accepted']));
    const count = (table: string) => readRows(copy, `select count(*) as n from ${table}`)[0]?.['n'];
    expect(count('jobs')).toBe(count('deliveries'));
    expect(count('targets')).toBe(count('deliveries'));
  });

  test('does not take the place of a file, nor of a database that is not there', async () => {
    const path = files.newPath();
    await files.openAt(path);
    const copy = files.newPath();
    writeFileSync(copy, 'dear to somebody');
    await expect(backUp(path, copy)).rejects.toThrow(/exists already/);
    expect(readFileSync(copy, 'utf8')).toBe('dear to somebody');
    await expect(backUp(`${path}-nowhere`, files.newPath())).rejects.toThrow(/no database at/);
  });
});

describe('a restore', () => {
  async function backUpWithOnePush() {
    const path = files.newPath();
    const open = await files.openAt(path);
    await open.store.accept(delivery({ hints: [hint()] }));
    const copy = files.newPath();
    await backUp(path, copy);
    await open.store.accept(delivery({ hints: [branch('later')] }));
    return { path, copy, open };
  }

  test('is refused while a server uses the database, which goes on', async () => {
    const { path, copy, open } = await backUpWithOnePush();
    expect(() => restore(copy, path, NOW)).toThrow(/Another Showwork server is using/);
    expect(await open.store.accept(delivery({ hints: [hint()] }))).toBe('accepted');
    expect(readdirSync(dirname(path)).filter(name => name.includes('restoring'))).toEqual([]);
  });

  test('brings back what stood at the time of the copy, open work too, and keeps what was there', async () => {
    const { path, copy, open } = await backUpWithOnePush();
    await open.close();
    const replaced = restore(copy, path, NOW);
    expect(replaced).toBe(`${path}.replaced-2026-03-02T090000.000Z`);
    const { queue } = await files.openAt(path);
    const worker = createScriptedWorker();
    queue.work(worker);
    await queue.idle();
    expect(worker.runs).toEqual([MAIN_KEY]);
    expect(readRows(replaced ?? '', 'select count(*) as n from jobs')).toEqual([{ n: 2 }]);
    expect((statSync(path).mode & 0o777).toString(8)).toBe('600');
  });

  test('needs no database in its place', async () => {
    const { copy } = await backUpWithOnePush();
    const path = join(dirname(files.newPath()), 'new', 'showwork.sqlite');
    expect(restore(copy, path, NOW)).toBeNull();
    const { store } = await files.openAt(path);
    expect(await store.readTarget(MAIN_KEY)).toMatchObject({ requested: 1 });
  });

  test('of a damaged database is what it is for', async () => {
    const { copy, path, open } = await backUpWithOnePush();
    await open.close();
    writeFileSync(path, 'This is a text, and not a short one, so that it cannot be an empty database.');
    restore(copy, path, NOW);
    const { store } = await files.openAt(path);
    expect(await store.readTarget(MAIN_KEY)).toMatchObject({ requested: 1 });
  });

  test.each([
    ['a text', 'This is a text, and not a short one.', /not a database of Showwork/],
    ['half a copy', null, /damaged|not a database of Showwork/],
  ])('refuses %s, and changes nothing', async (_what, text, why) => {
    const { copy, path, open } = await backUpWithOnePush();
    await open.close();
    const before = contents(path);
    writeFileSync(copy, text ?? readFileSync(copy).subarray(0, 20_000));
    expect(() => restore(copy, path, NOW)).toThrow(why);
    expect(contents(path)).toEqual(before);
  });

  test('refuses the copy of a newer version', async () => {
    const { copy, path, open } = await backUpWithOnePush();
    await open.close();
    const newer = new DatabaseSync(copy);
    newer.exec("insert into kysely_migration (name, timestamp) values ('0099-later', '2027-01-01')");
    newer.close();
    expect(() => restore(copy, path, NOW)).toThrow(/newer version of Showwork \(it has 0099-later\)/);
  });
});

describe('showwork backup and restore', () => {
  const showwork = (args: readonly string[], env: Readonly<Record<string, string>>) =>
    runShowwork(args, { cwd: tmpdir(), env });

  test('work on DATA_PATH from another process, and say what they did', async () => {
    const path = files.newPath();
    const open = await files.openAt(path);
    await open.store.accept(delivery({ hints: [hint({ repository: repository() })] }));
    const copy = files.newPath();
    expect(await showwork(['backup', copy], { DATA_PATH: path })).toMatchObject({
      code: 0,
      out: expect.stringMatching(/: \d+ pages of .*, checked\n$/),
    });
    expect(await showwork(['restore', copy], { DATA_PATH: path })).toMatchObject({
      code: 70,
      err: expect.stringContaining('Stop that one first'),
    });
    await open.close();
    const restored = await showwork(['restore', copy], { DATA_PATH: path });
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('what was there before') });
    expect(existsSync(copy)).toBe(true);
  });

  test('leave PostgreSQL to its own tools', async () => {
    const variables = { DATABASE_URL: 'postgres://showwork:very-secret@127.0.0.1/showwork' };
    const { code, err } = await showwork(['backup', 'copy.sqlite'], variables);
    expect(code).toBe(78);
    expect(err).toMatch(/pg_dump/);
    expect(err).not.toMatch(/very-secret/);
  });
});
