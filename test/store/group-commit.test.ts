import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { groupCommit, MAX_GATHER_MS, MAX_GROUP } from '../../src/store/group-commit.ts';
import { delivery, hint } from '../contracts/examples.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('groupCommit', () => {
  test('writes together what is handed in together, each with its own answer', async () => {
    const groups: (readonly number[])[] = [];
    const { submit } = groupCommit(async (items: readonly number[]) => {
      groups.push(items);
      return items.map(item => item * 2);
    });
    expect(await Promise.all(numbers(10).map(submit))).toEqual(numbers(10).map(item => item * 2));
    expect(groups).toEqual([numbers(10)]);
  });

  test('answers nobody before the commit, and writes next what came meanwhile', async () => {
    const commits: PromiseWithResolvers<void>[] = [];
    const answered: string[] = [];
    const started = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const { submit, drained } = groupCommit(async (items: readonly string[]) => {
      const commit = Promise.withResolvers<void>();
      commits.push(commit);
      started[commits.length - 1]?.resolve();
      await commit.promise;
      return items;
    });
    const first = submit('a').then(item => answered.push(item));
    await started[0]?.promise;
    const second = [submit('b'), submit('c')].map(waiting => waiting.then(item => answered.push(item)));
    expect(answered).toEqual([]);
    commits[0]?.resolve();
    await first;
    await started[1]?.promise;
    expect(answered).toEqual(['a']);
    commits[1]?.resolve();
    await Promise.all(second);
    await drained();
    expect(answered).toEqual(['a', 'b', 'c']);
    expect(commits).toHaveLength(2);
  });

  test('gathers a group for as long as each turn of the event loop brings more', async () => {
    const groups: (readonly string[])[] = [];
    const { submit } = groupCommit(async (items: readonly string[]) => {
      groups.push(items);
      return items;
    });
    const arrivals: Promise<string>[] = [];
    for (const item of ['a', 'b', 'c']) {
      // Asked for first, so that it comes before the turn that the group waits for.
      const next = nextTurn();
      arrivals.push(submit(item));
      await next;
    }
    await Promise.all(arrivals);
    await submit('alone');
    expect(groups).toEqual([['a', 'b', 'c'], ['alone']]);
  });

  test('bounds for how long a group is gathered', async () => {
    let written = 0;
    const { submit } = groupCommit(async (items: readonly number[]) => {
      written += 1;
      return items;
    });
    const arrivals: Promise<number>[] = [];
    // Each turn brings one more, and fewer in all than a group holds: only the time can end it.
    while (written === 0 && arrivals.length < MAX_GROUP) {
      const next = nextTurn();
      arrivals.push(submit(arrivals.length));
      const started = performance.now();
      while (performance.now() - started < MAX_GATHER_MS / 5) {}
      await next;
    }
    expect(arrivals.length).toBeLessThan(MAX_GROUP / 2);
    await Promise.all(arrivals);
  });

  test('bounds a group', async () => {
    const sizes: number[] = [];
    const { submit } = groupCommit(async (items: readonly number[]) => {
      sizes.push(items.length);
      return items;
    });
    await Promise.all(numbers(MAX_GROUP + 1).map(submit));
    expect(sizes).toEqual([MAX_GROUP, 1]);
  });

  test('writes each alone when a group fails, so that only the bad one does', async () => {
    const { submit } = groupCommit(async (items: readonly string[]) => {
      if (items.includes('bad')) throw new Error('cannot be written');
      return items;
    });
    const answers = await Promise.allSettled(['a', 'bad', 'b'].map(submit));
    expect(answers.map(answer => answer.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    await expect(submit('c')).resolves.toBe('c');
  });

  test('fails all at once where the failure is about no single one', async () => {
    let tries = 0;
    const { submit } = groupCommit(
      async (_items: readonly string[]): Promise<string[]> => {
        tries += 1;
        throw new Error('nobody answers');
      },
      () => false,
    );
    const answers = await Promise.allSettled(['a', 'b', 'c'].map(submit));
    expect(answers.map(answer => answer.status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(tries).toBe(1);
  });
});

test('a hundred deliveries at once are one transaction', async () => {
  const { store, logger } = await files.openAt(files.newPath());
  await Promise.all(numbers(100).map(() => store.accept(delivery({ hints: [hint()] }))));
  expect(logger.lines.filter(line => line.message === 'deliveries committed')).toHaveLength(1);
});

test('closing writes what was handed in before', async () => {
  const path = files.newPath();
  const first = await files.openAt(path);
  const one = delivery({ hints: [hint()] });
  const accepted = first.store.accept(one);
  await first.close();
  expect(await accepted).toBe('accepted');
  const second = await files.openAt(path);
  expect(await second.store.accept(one)).toBe('duplicate');
});
