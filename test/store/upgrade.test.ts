/** A database that an older version wrote, and one that a newer or a damaged one did. */
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Kysely } from 'kysely';
import { targetKey } from '../../src/jobs.ts';
import { migrate } from '../../src/store/migrations/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations/migrations.ts';
import { nodeSqliteDialect } from '../../src/store/sqlite/node-sqlite-dialect.ts';
import { delivery, hint, REPOSITORY, SNAPSHOT, sha } from '../contracts/examples.ts';
import { createScriptedWorker } from '../contracts/scripted-worker.ts';
import { changeRows, readRows } from './raw-database.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

const MAIN_KEY = targetKey(hint().target);
const { installationId, repositoryId } = REPOSITORY;

/** What version 0.1 wrote for one push, one check run and one job, with its own columns. */
const ROWS_OF_THE_FIRST_VERSION = `
  insert into repositories (repository_id, installation_id, owner, name, default_branch, private, observed_at)
    values (${repositoryId}, ${installationId}, 'ada', 'birdsong', 'main', 0, 1000);
  insert into targets (key, repository_id, kind, branch, head, head_observed_at, requested, done, requested_at)
    values ('${MAIN_KEY}', ${repositoryId}, 'branch', 'main', '${sha(1)}', 1000, 1, 0, 1000);
  insert into publications (repository_id, head_sha, external_id, check_run_id, digest, intended_at)
    values (${repositoryId}, '${sha(1)}', 'x', 7, 'd', 1000);
  insert into write_limits (installation_id, minute_clear_at, hour_clear_at, paused_until, promised_at)
    values (${installationId}, 0, 0, 0, 0);
  insert into jobs (key, lane, payload, installation_id, repository_id, state, phase, again, run_at, held, attempts)
    values ('${MAIN_KEY}', '${MAIN_KEY}', '${JSON.stringify({ kind: 'review-target', targetKey: MAIN_KEY })}',
      ${installationId}, ${repositoryId}, 'waiting', 'run', 0, 1000, 0, 0);
`;

/** The schema as it was before the conversations. */
async function makeFirstVersion(path: string): Promise<void> {
  const names = ['0001-store', '0002-embedded-queue'];
  const first = Object.entries(MIGRATIONS).filter(([name]) => names.includes(name));
  const db = new Kysely<unknown>({ dialect: nodeSqliteDialect(new DatabaseSync(path)) });
  await migrate(db, Object.fromEntries(first));
  await db.destroy();
}

describe('a database of the first version', () => {
  test.each(['before', 'after'] as const)('whose rows were written %s the upgrade goes on', async when => {
    const path = files.newPath();
    await makeFirstVersion(path);
    if (when === 'before') changeRows(path, ROWS_OF_THE_FIRST_VERSION);
    await (await files.openAt(path)).close();
    if (when === 'after') changeRows(path, ROWS_OF_THE_FIRST_VERSION);

    const { store, publications, limiter, queue } = await files.openAt(path);
    expect(await store.readTarget(MAIN_KEY)).toMatchObject({ head: sha(1), lastReviewed: null });
    expect(await publications.find(repositoryId, sha(1))).toMatchObject({ checkRunId: 7, since: null });
    expect(await limiter.pausedUntil(installationId)).toBeNull();
    await store.accept(delivery({ suspension: { installationId, suspended: true, observedAt: 1 } }));
    expect(await limiter.pausedUntil(installationId)).not.toBeNull();
    const worker = createScriptedWorker();
    queue.work(worker);
    await queue.idle();
    expect(worker.runs).toEqual([MAIN_KEY]);
  });
});

describe('what cannot be read back', () => {
  let path: string;
  beforeEach(() => {
    path = files.newPath();
  });
  const settings = {
    current: { fileName: '.github/showwork.yml', sha: sha(1), text: '' },
    lastGood: null,
    outOfReach: false,
    lookedAt: new Date(0),
  };

  test.each(['not JSON', '{}', JSON.stringify({ ...SNAPSHOT, readmes: [{ path: 'README.md' }] })])(
    'of a snapshot (%s) is nothing to compare with',
    async damaged => {
      const { store, publications } = await files.openAt(path);
      await store.accept(delivery({ hints: [hint()] }));
      await store.finishTarget(MAIN_KEY, 1, SNAPSHOT);
      const { publication } = await publications.intend(REPOSITORY, sha(1), SNAPSHOT);
      changeRows(path, `update targets set last_reviewed = '${damaged}'`);
      changeRows(path, `update publications set since = '${damaged}'`);
      expect(await store.readTarget(MAIN_KEY)).toMatchObject({ done: 1, lastReviewed: null });
      expect(await publications.find(repositoryId, sha(1))).toMatchObject({ since: null });
      expect(await publications.claim(publication)).toMatchObject({ since: null });
    },
  );

  test('of a snapshot leaves out nothing that a newer version added', async () => {
    const { store } = await files.openAt(path);
    await store.accept(delivery({ hints: [hint()] }));
    const newer = { ...SNAPSHOT, portfolio: true };
    await store.finishTarget(MAIN_KEY, 1, newer);
    expect(await store.readTarget(MAIN_KEY)).toMatchObject({ lastReviewed: newer });
  });

  test('of settings is looked at again', async () => {
    const { settings: memory } = await files.openAt(path);
    await memory.save(REPOSITORY, settings);
    await memory.saveOwner(installationId, settings);
    changeRows(path, `update repository_settings set current = '{"fileName":1}'`);
    changeRows(path, `update owner_settings set last_good = 'no'`);
    expect(await memory.find(repositoryId)).toBeNull();
    expect(await memory.findOwner(installationId)).toBeNull();
  });

  test('of what an author said is left out, the others hold', async () => {
    const { store, words } = await files.openAt(path);
    await store.accept(delivery({ hints: [hint()] }));
    for (const criterion of ['failures', 'outcome']) {
      const word = { kind: 'accept', criterion, reason: 'a first project' } as const;
      await words.say(repositoryId, { word, pullRequest: null, by: 'ada', commentId: 1 });
    }
    changeRows(path, `update author_words set word = '{"kind":"sing"}' where criterion = 'failures'`);
    const listed = await words.listFor(repositoryId, sha(1));
    expect(listed.map(said => said.word)).toMatchObject([{ criterion: 'outcome' }]);
  });

  test('of a refused command is told as a cooldown', async () => {
    const { commands } = await files.openAt(path);
    const comment = { repository: REPOSITORY, issueNumber: 5, commentId: 1 };
    await commands.take(comment);
    changeRows(path, `update command_uses set refused = 'of-a-newer-version', refused_until = 5000`);
    expect(await commands.take(comment)).toMatchObject({ kind: 'refused', why: 'cooldown' });
  });
});

test('when a word was said is kept for the operator', async () => {
  const path = files.newPath();
  const { store, words, time } = await files.openAt(path);
  await store.accept(delivery({ hints: [hint()] }));
  const word = { kind: 'as', projectType: 'other' } as const;
  await words.say(repositoryId, { word, pullRequest: null, by: 'ada', commentId: 1 });
  expect(readRows(path, 'select said_at from author_words')).toEqual([{ said_at: time.now().getTime() }]);
});
