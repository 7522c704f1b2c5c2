import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { openOwnerData } from '../../src/store/open-owner-data.ts';
import { repository } from '../contracts/examples.ts';
import { collect, ownerDataContract } from '../contracts/owner-data.contract.ts';
import { createCollectingLogger } from '../helpers/collecting-logger.ts';
import { fillStore } from './fill-store.ts';
import { changeRows, scanTables } from './raw-database.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

const ours = repository({ installationId: 7_733_301, repositoryId: 8_844_401, owner: 'doomed-owner' });
const stranger = repository({ installationId: 7_733_309, repositoryId: 8_844_409, owner: 'stranger' });
const WORDS = [ours.installationId, ours.repositoryId, ours.owner];

describe('on a SQLite file', () => {
  ownerDataContract(files.open);
});

/** A store with something in every table. */
async function openFilled() {
  const path = files.newPath();
  const open = await files.openAt(path);
  await fillStore(open, [ours, stranger]);
  // A table that nothing was put into would prove nothing.
  expect(scanTables(path, []).empty).toEqual(['tombstones']);
  return { path, open };
}

describe('every table of the database', () => {
  test('that holds a word of an owner is exported', async () => {
    const { path, open } = await openFilled();
    const rows = await collect(open.ownerData.export(ours.owner));
    const tables = [...new Set(rows.map(({ table }) => table))].sort();
    expect(tables).toEqual(scanTables(path, WORDS).found);
  });

  test('is exported with every row that holds one, and no other', async () => {
    const { open } = await openFilled();
    const rows = await collect(open.ownerData.export(ours.owner));
    const others = await collect(open.ownerData.export(stranger.owner));
    expect(rows.map(({ table }) => table)).toEqual(others.map(({ table }) => table));
    for (const { row } of rows) {
      expect(JSON.stringify(row)).not.toContain(stranger.owner);
      expect(WORDS.some(word => JSON.stringify(row).includes(String(word)))).toBe(true);
    }
  });

  test('is unpacked: no value is JSON in a text', async () => {
    const { open } = await openFilled();
    const rows = await collect(open.ownerData.export(ours.owner));
    const texts = rows.flatMap(({ row }) => Object.values(row)).filter(value => typeof value === 'string');
    expect(texts.filter(text => /^[{[]/.test(text))).toEqual([]);
  });

  test('is given as it is where it was damaged', async () => {
    const { path, open } = await openFilled();
    changeRows(path, `update author_words set word = '{"kind":'`);
    const rows = await collect(open.ownerData.export(ours.owner));
    expect(rows.find(({ table }) => table === 'author_words')?.row['word']).toBe('{"kind":');
  });

  test('holds no word of an owner who was forgotten, and all that it held of others', async () => {
    const { path, open } = await openFilled();
    const others = scanTables(path, [stranger.repositoryId]).found;
    await open.ownerData.forget(ours.owner, 'when-idle');
    expect(scanTables(path, WORDS).found).toEqual([]);
    expect(scanTables(path, [stranger.repositoryId]).found).toEqual(others);
  });
});

test('what was forgotten beside a server is gone from its files, too', async () => {
  const { path } = await openFilled();
  const beside = await openOwnerData({ dataPath: path, databaseUrl: null, logger: createCollectingLogger() });
  await beside.ownerData.forget(ours.owner, 'when-idle');
  await beside.close();
  for (const file of [path, `${path}-wal`]) expect(readFileSync(file).includes(ours.owner)).toBe(false);
});
