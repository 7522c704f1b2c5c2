import { chmodSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import { targetKey } from '../../src/jobs.ts';
import { migrate } from '../../src/store/migrations/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations/migrations.ts';
import { IN_MEMORY, openDatabase } from '../../src/store/sqlite/open-database.ts';
import { delivery, hint } from '../contracts/examples.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

const rightsOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('the database file', () => {
  test('is opened durable and strict', async () => {
    const { db, close } = await openDatabase(files.newPath());
    const pragma = async (name: string) => {
      const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
      return Object.values(rows[0] ?? {})[0];
    };
    expect(await pragma('journal_mode')).toBe('wal');
    // 1 is `normal`: the log is synced beside SQLite (durable-driver.test.ts).
    expect(await pragma('synchronous')).toBe(1);
    expect(await pragma('foreign_keys')).toBe(1);
    expect(await pragma('secure_delete')).toBe(1);
    // In memory: no file beside the database holds what it holds (sqlite.org/pragma.html#pragma_temp_store).
    expect(await pragma('temp_store')).toBe(2);
    expect(await pragma('busy_timeout')).toBe(5_000);
    await close();
  });

  test('is made with its folders and readable by its owner only, with everything beside it', async () => {
    const path = join(dirname(files.newPath()), 'data', 'showwork.sqlite');
    const { store } = await files.openAt(path);
    await store.accept(delivery({ hints: [hint()] }));
    for (const suffix of ['', '-wal', '-shm', '-lock']) expect(rightsOf(path + suffix)).toBe('600');
    expect(rightsOf(dirname(path))).toBe('700');
  });

  test('loses the rights that others had on it', async () => {
    const path = files.newPath();
    await (await files.openAt(path)).close();
    chmodSync(path, 0o644);
    await files.openAt(path);
    expect(rightsOf(path)).toBe('600');
  });

  test('that is none is refused with its name', async () => {
    const path = files.newPath();
    writeFileSync(path, 'This is a text, and not a short one, so that it cannot be an empty database.');
    await expect(files.openAt(path)).rejects.toThrow(
      `STORE_UNAVAILABLE: Cannot open the database ${path}: Error: file is not a database.`,
    );
    writeFileSync(path, '');
    await expect(files.openAt(path)).resolves.toBeDefined();
    mkdirSync(`${path}-folder`);
    await expect(files.openAt(`${path}-folder`)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });

  test('can be memory, for as long as it is open', async () => {
    const { store, queue } = await files.openAt(IN_MEMORY);
    await store.accept(delivery({ hints: [hint()] }));
    expect(await store.readTarget(targetKey(hint().target))).not.toBeNull();
    const other = await files.openAt(IN_MEMORY);
    expect(await other.store.readTarget(targetKey(hint().target))).toBeNull();
    await expect(other.queue.idle()).resolves.toBeUndefined();
    expect(queue).not.toBe(other.queue);
  });

  test('that is full refuses with STORE_UNAVAILABLE and goes on when there is room', async () => {
    const { db, close } = await openDatabase(files.newPath());
    const write = (id: string) =>
      db.transaction().execute(async tx => {
        const event = 'x'.repeat(200_000);
        await tx.insertInto('deliveries').values({ id, event, accepted_at: 0 }).execute();
      });
    await sql`pragma max_page_count = 60`.execute(db);
    await expect(write('first')).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining('full'),
    });
    await sql`pragma max_page_count = 1000`.execute(db);
    await write('second');
    expect(await db.selectFrom('deliveries').select('id').execute()).toEqual([{ id: 'second' }]);
    await close();
  });
});

describe('a second server', () => {
  test('on the same file fails at once, says why, and harms nothing', async () => {
    const path = files.newPath();
    const { store } = await files.openAt(path);
    const before = Date.now();
    await expect(files.openAt(path)).rejects.toThrow(
      `STORE_UNAVAILABLE: Another Showwork server is using ${path} (it holds ${path}-lock). Stop that one first`,
    );
    expect(Date.now() - before).toBeLessThan(1_000);
    await expect(files.openAt(path)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(await store.accept(delivery({ hints: [hint()] }))).toBe('accepted');
  });

  test('that knows the file by another name fails too', async () => {
    const path = files.newPath();
    await files.openAt(path);
    const alias = files.newPath();
    symlinkSync(path, alias);
    await expect(files.openAt(alias)).rejects.toThrow(/Another Showwork server/);
  });

  test('may open it when the first has closed', async () => {
    const path = files.newPath();
    const first = await files.openAt(path);
    await first.close();
    await first.close();
    await expect(files.openAt(path)).resolves.toBeDefined();
  });
});

describe('migrations', () => {
  const appliedTo = (path: string) => {
    const reader = new DatabaseSync(path, { readOnly: true });
    const rows = reader.prepare('select name from kysely_migration order by name').all();
    reader.close();
    return rows.map(row => row['name']);
  };

  test('are numbered without a gap, recorded, and run once', async () => {
    const path = files.newPath();
    await (await files.openAt(path)).close();
    await (await files.openAt(path)).close();
    expect(appliedTo(path)).toEqual(Object.keys(MIGRATIONS));
    const numbers = Object.keys(MIGRATIONS).map(name => Number(name.slice(0, 4)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  test('of a newer version are refused, and the file is free again', async () => {
    const path = files.newPath();
    await (await files.openAt(path)).close();
    const newer = new DatabaseSync(path);
    newer.exec("insert into kysely_migration (name, timestamp) values ('0099-later', '2027-01-01')");
    newer.close();
    const refusal = /newer version of Showwork \(it has 0099-later\)\. Start that version again/;
    await expect(files.openAt(path)).rejects.toThrow(refusal);
    await expect(files.openAt(path)).rejects.toThrow(refusal);
  });

  test('that fail leave the database as it was', async () => {
    const { db, close } = await openDatabase(files.newPath());
    const broken = {
      ...MIGRATIONS,
      '0098-half': {
        up: async (tx: Kysely<unknown>) => {
          await tx.schema.createTable('half').addColumn('id', 'integer').execute();
        },
      },
      '0099-broken': { up: () => Promise.reject(new Error('no such column')) },
    };
    await expect(migrate(db, broken)).rejects.toThrow(/Migrating the database failed \(0099-broken\)/);
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
    expect((await db.introspection.getTables()).map(table => table.name)).not.toContain('half');
    expect(rows.map(row => row.name)).toEqual(Object.keys(MIGRATIONS));
    await close();
  });
});
