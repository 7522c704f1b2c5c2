import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test } from '@jest/globals';
import { ShowworkError } from '../../src/errors.ts';
import { delivery, hint, repository, reReview, sha } from '../contracts/examples.ts';
import { FULL_REPORT } from '../contracts/report-cache.contract.ts';
import { createScriptedWorker } from '../contracts/scripted-worker.ts';
import { createStoreFiles, type OpenAt } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

const doomed = repository({ installationId: 7_733_301, repositoryId: 8_844_401, owner: 'doomed-owner' });
const sibling = repository({ installationId: 7_733_301, repositoryId: 8_844_402, owner: 'doomed-owner' });
const stranger = repository({ installationId: 7_733_309, repositoryId: 8_844_409, owner: 'stranger' });

/** Puts something about the repository into every table. */
async function fill(open: OpenAt, of: typeof doomed): Promise<void> {
  const { installationId, repositoryId } = of;
  const dead = hint({ repository: of, ref: { kind: 'branch', branch: 'dead' } });
  await open.store.accept(
    delivery({
      hints: [
        dead,
        hint({ repository: of }),
        hint({ repository: of, ref: { kind: 'pull-request', number: 3 } }),
      ],
      instructions: [reReview(sha(1), of), { kind: 'forget', installationId, repositoryIds: [repositoryId] }],
    }),
  );
  const { publication } = await open.publications.intend(of, sha(1), SNAPSHOT);
  await open.publications.record({ ...publication, checkRunId: 5, digest: 'd' });
  await open.reports.save(repositoryId, 'inputs', [FULL_REPORT]);
  await open.limiter.take(installationId);
}

/** Gives up the jobs of branch `dead`, and leaves all others waiting. */
async function makeDeadLetters(open: OpenAt): Promise<void> {
  open.queue.work(
    createScriptedWorker(key => {
      if (key.endsWith('/branch/dead')) throw new ShowworkError('GITHUB_FORBIDDEN', 'HTTP 403');
      return new Date(open.time.now().getTime() + 1_000);
    }),
  );
  await open.queue.idle();
}

/** Tables in which a row holds one of these words, and those with no row at all. */
function scan(path: string, words: readonly (string | number)[]): { found: string[]; empty: string[] } {
  const reader = new DatabaseSync(path, { readOnly: true });
  const tables = reader
    .prepare("select name from sqlite_schema where type = 'table'")
    .all()
    .map(row => String(row['name']));
  const rowsOf = (table: string) =>
    reader
      .prepare(`select * from "${table}"`)
      .all()
      .map(row => JSON.stringify(row));
  const found = tables.filter(table =>
    rowsOf(table).some(row => words.some(word => row.includes(String(word)))),
  );
  const empty = tables.filter(table => rowsOf(table).length === 0);
  reader.close();
  return { found: found.sort(), empty };
}

const ABOUT_A_REPOSITORY = [
  'dead_letters',
  'instructions',
  'jobs',
  'publications',
  'reports',
  'repositories',
  'targets',
];

test('forgetting an installation leaves its id in the tombstone only', async () => {
  const path = files.newPath();
  const open = await files.openAt(path);
  for (const one of [doomed, sibling, stranger]) await fill(open, one);
  await makeDeadLetters(open);
  const words = [doomed.installationId, doomed.repositoryId, sibling.repositoryId, doomed.owner];
  expect(scan(path, words).found).toEqual([...ABOUT_A_REPOSITORY, 'write_limits']);
  expect(scan(path, []).empty).toEqual(['tombstones']);

  await open.store.forget(doomed.installationId, null);
  expect(scan(path, words).found).toEqual(['tombstones']);
  expect(scan(path, [stranger.repositoryId]).found).toEqual(ABOUT_A_REPOSITORY);
});

test('forgetting a repository leaves its id in the tombstone only, and the others whole', async () => {
  const path = files.newPath();
  const open = await files.openAt(path);
  for (const one of [doomed, sibling, stranger]) await fill(open, one);
  await makeDeadLetters(open);

  await open.store.forget(doomed.installationId, [doomed.repositoryId]);
  expect(scan(path, [doomed.repositoryId]).found).toEqual(['tombstones']);
  expect(scan(path, [sibling.repositoryId]).found).toEqual(ABOUT_A_REPOSITORY);
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
