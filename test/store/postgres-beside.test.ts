/** What an operator's commands do on PostgreSQL, beside the processes that work on it. */
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { ShowworkError } from '../../src/errors.ts';
import { targetKey } from '../../src/jobs.ts';
import { openDeadLetters } from '../../src/store/open-dead-letters.ts';
import { openOwnerData } from '../../src/store/open-owner-data.ts';
import { inspectPostgres } from '../../src/store/postgres/inspect-database.ts';
import { delivery, hint, REPOSITORY } from '../contracts/examples.ts';
import { createManualTime } from '../contracts/manual-time.ts';
import { collect } from '../contracts/owner-data.contract.ts';
import { createScriptedWorker } from '../contracts/scripted-worker.ts';
import { createCollectingLogger } from '../helpers/collecting-logger.ts';
import { createPostgresSchemas, describeOnPostgres } from './postgres-schemas.ts';

const schemas = createPostgresSchemas();
afterEach(schemas.cleanUp);
afterAll(schemas.drop);

const logger = createCollectingLogger();
const time = createManualTime();
const place = (databaseUrl: string) => ({ dataPath: 'unused', databaseUrl, logger, clock: time });

/** A store in which the job of a push was given up; the worker would carry it out the second time. */
async function withDeadLetter() {
  const databaseUrl = await schemas.newUrl();
  const open = await schemas.openAt(databaseUrl, { time });
  const worker = createScriptedWorker((_, run) => {
    if (run === 1) throw new ShowworkError('GITHUB_FORBIDDEN', 'HTTP 403');
    return null;
  });
  await open.store.accept(delivery({ hints: [hint()] }));
  open.queue.work(worker);
  await open.queue.idle();
  return { databaseUrl, worker, open };
}

describeOnPostgres('beside the processes on PostgreSQL', () => {
  test('a dead letter is listed and runs again', async () => {
    const { databaseUrl, worker, open } = await withDeadLetter();
    const { deadLetters, close } = await openDeadLetters(place(databaseUrl));
    const [letter] = await deadLetters.list('open');
    expect(letter).toMatchObject({ code: 'GITHUB_FORBIDDEN' });
    expect(await deadLetters.retry(letter?.referenceId ?? '')).toBe('waiting');
    await close();
    await open.queue.idle();
    expect(worker.runs.filter(key => key === targetKey(hint().target))).toHaveLength(2);
  });

  test('what is stored about an owner is printed and deleted', async () => {
    const { databaseUrl } = await withDeadLetter();
    const { ownerData, close } = await openOwnerData(place(databaseUrl));
    expect((await collect(ownerData.export(REPOSITORY.owner))).map(({ table }) => table)).toContain(
      'targets',
    );
    expect(await ownerData.forget(REPOSITORY.owner, 'when-idle')).toMatchObject({ kind: 'forgotten' });
    expect(await collect(ownerData.export(REPOSITORY.owner))).toEqual([]);
    await close();
  });

  test('the database is inspected', async () => {
    const { databaseUrl } = await withDeadLetter();
    expect(await inspectPostgres(databaseUrl, logger)).toEqual({
      kind: 'usable',
      refusesWrites: null,
      pending: [],
      unknown: [],
      mayWork: true,
      deadLetters: 1,
    });
  });

  test('a database without tables is absent, and none that can be worked on', async () => {
    const untouched = createPostgresSchemas();
    const databaseUrl = await untouched.newUrl();
    expect(await inspectPostgres(databaseUrl, logger)).toEqual({ kind: 'absent' });
    await expect(openDeadLetters(place(databaseUrl))).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await untouched.cleanUp();
    await untouched.drop();
  });

  test('a server that does not answer is said to be so', async () => {
    const nowhere = 'postgres://postgres@127.0.0.1:1/test';
    expect(await inspectPostgres(nowhere, logger)).toMatchObject({ kind: 'unusable' });
  });
});
