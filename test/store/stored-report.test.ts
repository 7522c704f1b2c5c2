import { afterEach, expect, test } from '@jest/globals';
import { delivery, hint, REPOSITORY } from '../contracts/examples.ts';
import { FULL_REPORT } from '../contracts/report-cache.contract.ts';
import { changeRows } from './raw-database.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

/** Saves a report, changes its stored text, and answers what is found. */
async function findChanged(text: string) {
  const path = files.newPath();
  const { store, reports } = await files.openAt(path);
  await store.accept(delivery({ hints: [hint()] }));
  await reports.save(REPOSITORY.repositoryId, 'inputs', [FULL_REPORT]);
  changeRows(path, `update reports set reports = '${text.replaceAll("'", "''")}'`);
  return reports.find(REPOSITORY.repositoryId, 'inputs');
}

test.each([
  ['text that is not JSON', '[{"schemaVersion":'],
  ['another schema version', JSON.stringify([{ ...FULL_REPORT, schemaVersion: 2 }])],
  ['a verdict that is not known', JSON.stringify([FULL_REPORT]).replace('"thin"', '"excellent"')],
  ['a missing part', JSON.stringify([{ ...FULL_REPORT, criteria: undefined }])],
  ['a line before the first', JSON.stringify([FULL_REPORT]).replace('"startLine":4', '"startLine":0')],
])('%s counts as absent', async (_what, text) => {
  expect(await findChanged(text)).toBeNull();
});

test('a field that a newer version added is kept', async () => {
  const newer = { ...FULL_REPORT, mood: 'kind', flags: { ...FULL_REPORT.flags, archived: true } };
  expect(await findChanged(JSON.stringify([newer]))).toEqual([newer]);
});
