import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from '@jest/globals';
import { added, delivery, forget, repository } from '../contracts/examples.ts';
import { fill, makeDeadLetters } from './fill-tables.ts';
import { readRows, scanTables } from './raw-database.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

const doomed = repository({ installationId: 7_733_301, repositoryId: 8_844_401, owner: 'doomed-owner' });
const sibling = repository({ installationId: 7_733_301, repositoryId: 8_844_402, owner: 'doomed-owner' });
const stranger = repository({ installationId: 7_733_309, repositoryId: 8_844_409, owner: 'stranger' });

/** Every table that names a repository or an installation, read from the database itself. */
function tablesAboutSomebody(path: string): { ofRepository: string[]; ofInstallation: string[] } {
  const columns = readRows(
    path,
    `select t.name as "table", c.name as "column" from sqlite_schema t, pragma_table_info(t.name) c
     where t.type = 'table' and t.name <> 'tombstones' order by t.name`,
  );
  const having = (column: string) =>
    columns.filter(row => row['column'] === column).map(row => String(row['table']));
  return { ofRepository: having('repository_id'), ofInstallation: having('installation_id') };
}

async function openFilled() {
  const path = files.newPath();
  const open = await files.openAt(path);
  for (const one of [doomed, sibling, stranger]) await fill(open, one);
  await makeDeadLetters(open);
  const { ofRepository, ofInstallation } = tablesAboutSomebody(path);
  // A table that nothing was put into would prove nothing.
  expect(scanTables(path, []).empty).toEqual(['tombstones']);
  expect(scanTables(path, [doomed.repositoryId]).found).toEqual(ofRepository);
  expect(scanTables(path, [doomed.installationId]).found).toEqual(expect.arrayContaining(ofInstallation));
  return { path, open, ofRepository };
}

test('forgetting an installation leaves its id in the tombstone only', async () => {
  const { path, open, ofRepository } = await openFilled();
  await open.store.forget(doomed.installationId, null);
  const words = [doomed.installationId, doomed.repositoryId, sibling.repositoryId, doomed.owner];
  expect(scanTables(path, words).found).toEqual(['tombstones']);
  expect(scanTables(path, [stranger.repositoryId]).found).toEqual(ofRepository);
});

test('forgetting a repository leaves its id in the tombstone only, and the others whole', async () => {
  const { path, open, ofRepository } = await openFilled();
  await open.store.accept(delivery({ instructions: [forget(doomed)] }));
  await open.store.forget(doomed.installationId, [doomed.repositoryId]);
  expect(scanTables(path, [doomed.repositoryId]).found).toEqual(['tombstones']);
  expect(scanTables(path, [sibling.repositoryId]).found).toEqual(ofRepository);
});

test('a repository that comes back begins without a row of its former life', async () => {
  const { path, open } = await openFilled();
  await open.store.accept(delivery({ instructions: [forget(doomed)] }));
  await open.store.accept(delivery({ added: added(doomed) }));
  await open.store.forget(doomed.installationId, [doomed.repositoryId]);
  expect(scanTables(path, [doomed.repositoryId]).found).toEqual(['returned_repositories']);
});

test('what was deleted is gone from the file, too', async () => {
  const path = files.newPath();
  const open = await files.openAt(path);
  await fill(open, doomed);
  await open.store.forget(doomed.installationId, null);
  await open.close();
  const bytes = readFileSync(path);
  expect(bytes.includes('SQLite format 3')).toBe(true);
  expect(bytes.includes('The first index was too slow.')).toBe(false);
  expect(bytes.includes('doomed-owner')).toBe(false);
});
