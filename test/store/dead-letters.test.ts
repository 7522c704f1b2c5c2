import { afterEach, describe, expect, test } from '@jest/globals';
import { ERRORS, ShowworkError } from '../../src/errors.ts';
import { targetKey } from '../../src/jobs.ts';
import { delivery, hint, REPOSITORY } from '../contracts/examples.ts';
import { createScriptedWorker } from '../contracts/scripted-worker.ts';
import { changeRows, readRows } from './raw-database.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

const MAIN_KEY = targetKey(hint().target);
const DAY = 24 * 3_600_000;
const forbidden = () => {
  throw new ShowworkError('GITHUB_FORBIDDEN', 'HTTP 403');
};

async function openWithOneJob() {
  const path = files.newPath();
  const open = await files.openAt(path);
  await open.store.accept(delivery({ hints: [hint()] }));
  return { path, ...open };
}

describe('a dead letter', () => {
  test('says what was given up, why, and that the learner was told', async () => {
    const { path, queue, time } = await openWithOneJob();
    const worker = createScriptedWorker(forbidden);
    queue.work(worker);
    await queue.idle();
    expect(readRows(path, 'select * from dead_letters')).toEqual([
      {
        reference_id: worker.givenUp[0]?.referenceId,
        job_key: MAIN_KEY,
        payload: JSON.stringify({ kind: 'review-target', targetKey: MAIN_KEY }),
        installation_id: REPOSITORY.installationId,
        repository_id: REPOSITORY.repositoryId,
        code: 'GITHUB_FORBIDDEN',
        detail: 'HTTP 403',
        died_at: time.now().getTime(),
        concluded_at: time.now().getTime(),
        retried_at: null,
      },
    ]);
    expect(readRows(path, 'select * from jobs')).toEqual([]);
  });

  test('stays open, and is logged, where the learner cannot be told either', async () => {
    const { path, queue, logger, time } = await openWithOneJob();
    const worker = createScriptedWorker(forbidden, forbidden);
    queue.work(worker);
    await queue.idle();
    time.advance(DAY);
    await queue.idle();
    expect(worker.givenUp).toHaveLength(1);
    expect(readRows(path, 'select concluded_at from dead_letters')).toEqual([{ concluded_at: null }]);
    expect(readRows(path, 'select * from jobs')).toEqual([]);
    expect(logger.lines.filter(line => line.level === 'error')).toMatchObject([
      {
        message: 'job given up',
        fields: { referenceId: worker.givenUp[0]?.referenceId, advice: ERRORS.GITHUB_FORBIDDEN.operator },
      },
      {
        message: expect.stringContaining('could not be told'),
        fields: { referenceId: worker.givenUp[0]?.referenceId },
      },
    ]);
  });

  test('is made of a job that cannot be read back, without running it', async () => {
    const { path, queue, logger } = await openWithOneJob();
    changeRows(path, `update jobs set payload = '{"kind":"of-a-newer-version"}'`);
    const worker = createScriptedWorker();
    queue.work(worker);
    await queue.idle();
    expect(worker.runs).toEqual([]);
    expect(readRows(path, 'select code, payload from dead_letters')).toEqual([
      { code: 'PAYLOAD_INVALID', payload: '{"kind":"of-a-newer-version"}' },
    ]);
    expect(logger.lines.filter(line => line.level === 'error')).toHaveLength(2);
  });

  test('with a code of a newer version is told as INTERNAL', async () => {
    const { path, queue, time } = await openWithOneJob();
    const worker = createScriptedWorker(forbidden, times => {
      if (times === 1) throw new ShowworkError('GITHUB_UNAVAILABLE', 'HTTP 502');
      return null;
    });
    queue.work(worker);
    await queue.idle();
    changeRows(path, `update dead_letters set code = 'toString'`);
    time.advance(DAY);
    await queue.idle();
    expect(worker.givenUp.map(one => one.code)).toEqual(['GITHUB_FORBIDDEN', 'INTERNAL']);
  });
});

test('the log says where a job failed and never quotes the message', async () => {
  const { queue, logger } = await openWithOneJob();
  queue.work(createScriptedWorker(() => JSON.parse('My secret plan: {')));
  await queue.idle();
  const [line] = logger.lines.filter(one => one.level === 'warn');
  expect(line).toMatchObject({
    message: 'job failed, will be tried again',
    fields: { job: MAIN_KEY, code: 'INTERNAL', attempt: 1, frames: expect.any(Array) },
  });
  expect(JSON.stringify(line)).toContain('at JSON.parse');
  expect(JSON.stringify(logger.lines)).not.toContain('secret plan');
});

describe('while the database refuses', () => {
  const REFUSE = "create trigger refuse before delete on jobs begin select raise(abort, 'no'); end";

  test('a result is kept and recorded later, and the job does not run again', async () => {
    const { path, queue, time, logger } = await openWithOneJob();
    changeRows(path, REFUSE);
    const worker = createScriptedWorker();
    const refused = logger.next(/could not be recorded/);
    queue.work(worker);
    await refused;
    changeRows(path, 'drop trigger refuse');
    time.advance(1_000);
    await queue.idle();
    expect(readRows(path, 'select * from jobs')).toEqual([]);
    expect(worker.runs).toEqual([MAIN_KEY]);
  });

  test('stopping does not wait for it, and the next process runs the job again', async () => {
    const { path, queue, time, logger, close } = await openWithOneJob();
    changeRows(path, REFUSE);
    const refused = logger.next(/could not be recorded/);
    queue.work(createScriptedWorker());
    await refused;
    await queue.stop(time.now());
    await close();
    const logged = logger.lines.length;
    time.advance(1_000);
    changeRows(path, 'drop trigger refuse');
    const next = await files.openAt(path);
    const worker = createScriptedWorker();
    next.queue.work(worker);
    await next.queue.idle();
    expect(worker.runs).toEqual([MAIN_KEY]);
    expect(logger.lines).toHaveLength(logged);
  });

  test('to hand out, the queue asks again later', async () => {
    const { path, queue, time, logger } = await openWithOneJob();
    changeRows(path, "create trigger refuse before update on jobs begin select raise(abort, 'no'); end");
    const worker = createScriptedWorker();
    const refused = logger.next(/could not read its jobs/);
    queue.work(worker);
    await refused;
    changeRows(path, 'drop trigger refuse');
    time.advance(1_000);
    await queue.idle();
    expect(worker.runs).toEqual([MAIN_KEY]);
  });
});
