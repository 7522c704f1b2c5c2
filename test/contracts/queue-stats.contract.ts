import { beforeEach, expect, test } from '@jest/globals';
import { ShowworkError } from '../../src/errors.ts';
import { comment, delivery, hint, introduce, reReview, sha } from './examples.ts';
import { createScriptedWorker } from './scripted-worker.ts';
import type { OpenPorts, StorePorts } from './store-ports.ts';

const HOUR_MS = 3_600_000;

export function queueStatsContract(open: OpenPorts): void {
  let ports: StorePorts;
  beforeEach(async () => {
    ports = await open();
  });
  const branch = (name: string) => hint({ ref: { kind: 'branch', branch: name } });

  test('an empty queue has nothing to say', async () => {
    expect(await ports.stats.read()).toEqual({
      jobs: { ready: 0, delayed: 0, running: 0 },
      readySince: { prompt: null, background: null },
      deadLetters: [],
    });
  });

  test('the age of the longest ready job is told, of prompt ones apart from the background', async () => {
    const start = ports.now();
    await ports.store.accept(delivery({ instructions: [introduce()] }));
    ports.advance(1_000);
    await ports.store.accept(delivery({ hints: [branch('one')] }));
    ports.advance(1_000);
    await ports.store.accept(delivery({ hints: [branch('two'), branch('one')] }));
    expect(await ports.stats.read()).toMatchObject({
      jobs: { ready: 3, delayed: 0, running: 0 },
      readySince: { prompt: new Date(start.getTime() + 1_000), background: start },
    });
  });

  test('what runs, and what waits for a time, is not ready', async () => {
    const held = Promise.withResolvers<null>();
    const worker = createScriptedWorker(key =>
      key.endsWith('waits') ? new Date(ports.now().getTime() + HOUR_MS) : held.promise,
    );
    await ports.store.accept(delivery({ hints: [branch('waits'), branch('runs')] }));
    ports.queue.work(worker);
    await worker.started(2);
    const settled = async (): Promise<void> => {
      const { jobs } = await ports.stats.read();
      if (jobs.delayed === 0) await settled();
    };
    await settled();
    expect(await ports.stats.read()).toMatchObject({
      jobs: { ready: 0, delayed: 1, running: 1 },
      readySince: { prompt: null, background: null },
    });
    held.resolve(null);
    await ports.queue.idle();
  });

  test('dead letters are counted by code', async () => {
    const worker = createScriptedWorker(key => {
      throw new ShowworkError(key.includes('/comment/') ? 'PAYLOAD_INVALID' : 'GITHUB_FORBIDDEN', 'no');
    });
    await ports.store.accept(delivery({ instructions: [comment(1), comment(2)] }));
    await ports.store.accept(delivery({ instructions: [reReview(sha(1))] }));
    ports.queue.work(worker);
    await ports.queue.idle();
    expect((await ports.stats.read()).deadLetters).toEqual([
      { code: 'GITHUB_FORBIDDEN', count: 1 },
      { code: 'PAYLOAD_INVALID', count: 2 },
    ]);
  });

  test('a store that works takes the write of the probe', async () => {
    await ports.probe.checkWritable();
    await ports.probe.checkWritable();
  });
}
