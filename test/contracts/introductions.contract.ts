/** What is known of a repository before anybody pushes to it. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { targetKey } from '../../src/jobs.ts';
import {
  delivery,
  forget,
  hint,
  introduce,
  MAIN,
  REPOSITORY,
  repository,
  SNAPSHOT,
  sha,
  uninstall,
} from './examples.ts';
import { createScriptedWorker } from './scripted-worker.ts';
import type { OpenPorts, StorePorts } from './store-ports.ts';

const TARGET = { repository: REPOSITORY, ref: MAIN };
const KEY = targetKey(TARGET);

export function introductionsContract(open: OpenPorts): void {
  let ports: StorePorts;
  beforeEach(async () => {
    ports = await open();
  });

  describe('an introduction', () => {
    const readWelcome = () => ports.store.readInstruction('welcome#0');
    beforeEach(() => ports.store.accept(delivery({ id: 'welcome', instructions: [introduce()] })));

    test('is kept although nothing else is known of the repository', async () => {
      expect(await readWelcome()).toEqual(introduce());
    });

    test('carries the newest name of the repository where one is known', async () => {
      const renamed = repository({ name: 'songbirds', private: true });
      await ports.store.accept(delivery({ hints: [hint({ repository: renamed })] }));
      expect(await readWelcome()).toEqual(introduce(renamed));
    });
  });

  describe('noteReviewed', () => {
    test('remembers how a target stood of which nothing was known, and asks for nothing', async () => {
      await ports.store.noteReviewed(TARGET, SNAPSHOT);
      const worker = createScriptedWorker();
      ports.queue.work(worker);
      await ports.queue.idle();
      expect(worker.runs).toEqual([]);
      expect(await ports.store.readTarget(KEY)).toMatchObject({
        ...TARGET,
        requested: 0,
        done: 0,
        lastReviewed: SNAPSHOT,
      });
    });

    test('is older than whatever a delivery says', async () => {
      await ports.store.noteReviewed(TARGET, SNAPSHOT);
      const renamed = repository({ name: 'songbirds' });
      await ports.store.accept(
        delivery({ hints: [hint({ repository: renamed, head: sha(2), observedAt: 1 })] }),
      );
      expect(await ports.store.readTarget(KEY)).toMatchObject({
        repository: renamed,
        head: sha(2),
        requested: 1,
        lastReviewed: SNAPSHOT,
      });
    });

    test('leaves a target alone that somebody asked for', async () => {
      await ports.store.accept(delivery({ hints: [hint({ head: sha(2) })] }));
      const before = await ports.store.readTarget(KEY);
      await ports.store.noteReviewed(TARGET, SNAPSHOT);
      expect(await ports.store.readTarget(KEY)).toEqual(before);
    });

    test.each([
      ['repository', forget(REPOSITORY)],
      ['installation', uninstall()],
    ])('brings nothing back of a removed %s', async (_, removal) => {
      await ports.store.accept(delivery({ instructions: [removal] }));
      ports.advance(60_000);
      await ports.store.noteReviewed(TARGET, SNAPSHOT);
      expect(await ports.store.readTarget(KEY)).toBeNull();
    });
  });
}
