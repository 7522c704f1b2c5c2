import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from '@jest/globals';
import { targetKey } from '../../src/jobs.ts';
import { MAX_ATTEMPTS } from '../../src/store/queue/retry-policy.ts';
import { delivery, hint } from '../contracts/examples.ts';
import { createManualTime } from '../contracts/manual-time.ts';
import { createScriptedWorker } from '../contracts/scripted-worker.ts';
import { changeRows } from './raw-database.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await files.cleanUp();
});

const MAIN_KEY = targetKey(hint().target);
const SERVER = fileURLToPath(new URL('crash-process.ts', import.meta.url));

/** Starts a server on the file and resolves when it has come so far; answers how to kill it. */
async function startServer(path: string, until: 'accept' | 'run'): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', SERVER, path, until], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [said] = await once(child.stdout, 'data');
  expect(String(said)).toBe('ready\n');
  return async () => {
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    expect(await exited).toEqual([null, 'SIGKILL']);
  };
}

test.each(['accept', 'run'] as const)(
  'a push survives a kill -9 after "%s" and is worked off once',
  async until => {
    const path = files.newPath();
    const kill = await startServer(path, until);
    await expect(files.openAt(path)).rejects.toThrow(/Another Showwork server is using/);
    await kill();

    // The killed server went by the true time.
    const time = createManualTime(new Date());
    const { store, queue } = await files.openAt(path, { time });
    expect(await store.accept(delivery({ id: 'the-push', hints: [hint()] }))).toBe('duplicate');
    const worker = createScriptedWorker();
    queue.work(worker);
    await queue.idle();
    time.advance(24 * 3_600_000);
    await queue.idle();
    expect(worker.runs).toEqual([MAIN_KEY]);
  },
);

test('a job that ends its process again and again is given up', async () => {
  const path = files.newPath();
  const first = await files.openAt(path);
  await first.store.accept(delivery({ hints: [hint()] }));
  await first.close();
  const restartAfterCrash = async (attempts: number) => {
    changeRows(path, `update jobs set state = 'running', attempts = ${attempts}`);
    const { queue, close, logger } = await files.openAt(path);
    const worker = createScriptedWorker(() => new Date(8_640_000_000_000_000));
    queue.work(worker);
    await queue.idle();
    await close();
    return { worker, logger };
  };
  const survivor = await restartAfterCrash(MAX_ATTEMPTS - 1);
  expect(survivor.worker.runs).toEqual([MAIN_KEY]);

  const { worker, logger } = await restartAfterCrash(MAX_ATTEMPTS);
  expect(worker.runs).toEqual([]);
  expect(worker.givenUp).toMatchObject([{ key: MAIN_KEY, code: 'INTERNAL' }]);
  expect(logger.lines).toContainEqual({
    level: 'error',
    fields: { referenceId: worker.givenUp[0]?.referenceId },
    message: expect.stringContaining('the process ended'),
  });
});

test('a newer request that came before the crash has its attempts before it', async () => {
  const path = files.newPath();
  const first = await files.openAt(path);
  await first.store.accept(delivery({ hints: [hint()] }));
  await first.close();
  changeRows(path, `update jobs set state = 'running', again = 1, attempts = ${MAX_ATTEMPTS}`);
  const { queue } = await files.openAt(path);
  const worker = createScriptedWorker();
  queue.work(worker);
  await queue.idle();
  expect(worker.runs).toEqual([MAIN_KEY]);
  expect(worker.givenUp).toEqual([]);
});
