import { beforeEach, describe, expect, test } from '@jest/globals';
import { targetKey } from '../../src/jobs.ts';
import { cutoffsAt, RETENTION } from '../../src/sweeps/retention.ts';
import { delivery, hint, REPOSITORY, sha } from './examples.ts';
import { DAY_MS, KEPT, settings } from './kept-rows.ts';
import type { OpenPorts, StorePorts } from './store-ports.ts';

const { repositoryId } = REPOSITORY;

export function pruningContract(open: OpenPorts): void {
  let ports: StorePorts;
  beforeEach(async () => {
    ports = await open();
  });
  const prune = (limit = 1_000) => ports.pruning.prune(cutoffsAt(ports.now()), limit);

  describe.each(Object.entries(KEPT))('%s', (_, { kind, write, isThere }) => {
    test(`is kept for as long as ${kind} are`, async () => {
      await write(ports);
      ports.advance(RETENTION[kind].days * DAY_MS);
      await prune();
      expect(await isThere(ports)).toBe(true);
    });

    test('is gone a moment later', async () => {
      await write(ports);
      ports.advance(RETENTION[kind].days * DAY_MS + 1);
      expect((await prune()).deleted).toBeGreaterThan(0);
      expect(await isThere(ports)).toBe(false);
    });
  });

  describe('for good are kept', () => {
    const yearsLater = () => ports.advance(2_000 * DAY_MS);

    test('a default branch, and the check run of its head', async () => {
      await ports.store.accept(delivery({ hints: [hint({ head: sha(1) })] }));
      await ports.publications.intend(REPOSITORY, sha(1), null);
      yearsLater();
      await prune();
      expect(await ports.store.readTarget(targetKey(hint().target))).not.toBeNull();
      expect(await ports.publications.find(repositoryId, sha(1))).not.toBeNull();
    });

    test('the settings of a repository in which something happens', async () => {
      await ports.settings.save(REPOSITORY, settings(ports));
      yearsLater();
      await ports.store.accept(delivery({ hints: [hint()] }));
      await prune();
      expect(await ports.settings.find(repositoryId)).not.toBeNull();
    });

    test('what an author said of the whole repository, and its dashboard', async () => {
      await ports.store.accept(delivery({ hints: [hint()] }));
      const word = { kind: 'as', projectType: 'llm-application' } as const;
      await ports.words.say(repositoryId, { word, pullRequest: null, by: 'ada', commentId: 1 });
      await ports.posts.intend(REPOSITORY, 'dashboard', 'marker');
      yearsLater();
      await prune();
      expect(await ports.words.withdraw(repositoryId, null, null)).toBe(true);
      expect(await ports.posts.find(repositoryId, 'dashboard')).not.toBeNull();
    });
  });

  test('no more rows go at once than asked for, and there is more to do then', async () => {
    for (let each = 0; each < 5; each += 1) await ports.store.accept(delivery({ instructions: [] }));
    ports.advance(RETENTION.deliveries.days * DAY_MS + 1);
    expect(await prune(2)).toEqual({ deleted: 2, more: true });
    expect(await prune(2)).toEqual({ deleted: 2, more: true });
    expect(await prune(2)).toEqual({ deleted: 1, more: false });
  });
}
