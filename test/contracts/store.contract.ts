import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Hint, type Instruction, targetKey } from '../../src/jobs.ts';
import {
  comment,
  delivery,
  hint,
  MAIN,
  REPOSITORY,
  repository,
  reReview,
  SNAPSHOT,
  sha,
} from './examples.ts';
import { createScriptedWorker } from './scripted-worker.ts';
import type { OpenPorts, StorePorts } from './store-ports.ts';

const MAIN_KEY = targetKey(hint().target);

export function storeContract(open: OpenPorts): void {
  let ports: StorePorts;
  beforeEach(async () => {
    ports = await open();
  });
  const acceptHints = (...hints: Hint[]) => ports.store.accept(delivery({ hints }));
  const acceptInstruction = (id: string, instruction: Instruction) =>
    ports.store.accept(delivery({ id, instructions: [instruction] }));

  describe('accept', () => {
    test('makes a target of the first hint', async () => {
      expect(await acceptHints(hint())).toBe('accepted');
      expect(await ports.store.readTarget(MAIN_KEY)).toEqual({
        key: MAIN_KEY,
        repository: REPOSITORY,
        ref: MAIN,
        head: sha(1),
        requested: 1,
        done: 0,
        requestedAt: ports.now(),
        lastReviewed: null,
      });
    });

    test('keeps pull requests and branches apart', async () => {
      const pull = hint({ ref: { kind: 'pull-request', number: 12 }, head: sha(2) });
      await acceptHints(hint(), pull);
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ ref: MAIN, head: sha(1) });
      expect(await ports.store.readTarget(targetKey(pull.target))).toMatchObject({
        ref: { kind: 'pull-request', number: 12 },
        head: sha(2),
      });
    });

    test('keeps the branch of a pull request, also under its new name; a fork tells none', async () => {
      const ref = { kind: 'pull-request', number: 12, branch: 'dependabot/zod' } as const;
      const renamed = { ...ref, branch: 'zod' };
      const fork = { kind: 'pull-request', number: 13 } as const;
      const refOf = async (number: number) =>
        (await ports.store.readTarget(`${REPOSITORY.repositoryId}/pull/${number}`))?.ref;
      await acceptHints(hint({ ref }), hint({ ref: fork }));
      expect([await refOf(12), await refOf(13)]).toEqual([ref, fork]);
      await acceptHints(hint({ ref: renamed, observedAt: 2_000 }));
      expect(await refOf(12)).toEqual(renamed);
    });

    test('knows a delivery again and leaves everything as it was', async () => {
      const first = delivery({ hints: [hint()], instructions: [reReview(sha(1))] });
      await ports.store.accept(first);
      expect(await ports.store.accept({ ...first, hints: [hint({ head: sha(9), observedAt: 9_000 })] })).toBe(
        'duplicate',
      );
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ head: sha(1), requested: 1 });
    });

    test('raises the generation with each hint and remembers when', async () => {
      await acceptHints(hint());
      ports.advance(5_000);
      await acceptHints(hint());
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({
        requested: 2,
        requestedAt: ports.now(),
      });
    });

    test('lets the newer head win in whatever order the hints arrive', async () => {
      await acceptHints(hint({ head: sha(2), observedAt: 2_000 }));
      await acceptHints(hint({ head: sha(1), observedAt: 1_000 }));
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ head: sha(2) });
      await acceptHints(hint({ head: sha(3), observedAt: 3_000 }));
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ head: sha(3) });
    });

    test('answers no head where two hints of the same second disagree, until a newer one comes', async () => {
      await acceptHints(hint({ head: sha(1) }), hint({ head: sha(1) }));
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ head: sha(1) });
      await acceptHints(hint({ head: sha(2) }));
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ head: null });
      await acceptHints(hint({ head: sha(1) }));
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ head: null });
      await acceptHints(hint({ head: sha(3), observedAt: 1_001 }));
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ head: sha(3) });
    });

    test('any order of the same hints ends in the same head', async () => {
      const words = fc.array(
        fc.record({ head: fc.integer({ min: 1, max: 3 }), at: fc.integer({ min: 1, max: 3 }) }),
        {
          minLength: 1,
          maxLength: 6,
        },
      );
      const shuffled = words.chain(said =>
        fc.tuple(fc.constant(said), fc.shuffledSubarray(said, { minLength: said.length })),
      );
      let branches = 0;
      const headAfter = async (said: { head: number; at: number }[]) => {
        branches += 1;
        const ref = { kind: 'branch', branch: `branch-${branches}` } as const;
        for (const { head, at } of said) await acceptHints(hint({ ref, head: sha(head), observedAt: at }));
        const target = await ports.store.readTarget(targetKey({ repository: REPOSITORY, ref }));
        return target?.head;
      };
      await fc.assert(
        fc.asyncProperty(shuffled, async ([said, reordered]) => {
          expect(await headAfter(reordered)).toBe(await headAfter(said));
        }),
        { numRuns: 25 },
      );
    });

    test('a rename and a transfer reach every target of the repository', async () => {
      const branch = hint({ observedAt: 1_000 });
      await acceptHints(branch);
      const moved = repository({
        owner: 'grace',
        name: 'songbirds',
        defaultBranch: 'trunk',
        installationId: 71_000_002,
      });
      await acceptHints(
        hint({ repository: moved, ref: { kind: 'pull-request', number: 1 }, observedAt: 2_000 }),
      );
      await acceptHints(hint({ repository: repository({ name: 'older' }), observedAt: 1_500 }));
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ repository: moved });
    });

    test('takes many deliveries at once, each once', async () => {
      const batch = Array.from({ length: 250 }, (_, index) =>
        delivery({ id: `burst-${index % 125}`, hints: [hint()] }),
      );
      const answers = await Promise.all(batch.map(one => ports.store.accept(one)));
      expect(answers.filter(answer => answer === 'accepted')).toHaveLength(125);
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ requested: 125 });
    });

    test('a delivery that cannot be written fails alone', async () => {
      const bad = delivery({ id: 'bad', hints: [hint({ observedAt: Number.NaN })] });
      const answers = await Promise.allSettled([
        acceptHints(hint({ head: sha(1), observedAt: 1_000 })),
        ports.store.accept(bad),
        acceptHints(hint({ head: sha(2), observedAt: 2_000 })),
      ]);
      expect(answers.map(answer => answer.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ head: sha(2), requested: 2 });
      expect(await ports.store.accept({ ...bad, hints: [hint()] })).toBe('accepted');
    });
  });

  describe('finishTarget', () => {
    test('leaves a newer request open and never goes back', async () => {
      await acceptHints(hint(), hint(), hint());
      await ports.store.finishTarget(MAIN_KEY, 2);
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ requested: 3, done: 2 });
      await ports.store.finishTarget(MAIN_KEY, 1);
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ requested: 3, done: 2 });
    });

    test('remembers how the commit stood, until a later one was reviewed', async () => {
      await acceptHints(hint(), hint(), hint());
      await ports.store.finishTarget(MAIN_KEY, 1, SNAPSHOT);
      await ports.store.finishTarget(MAIN_KEY, 2);
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ done: 2, lastReviewed: SNAPSHOT });
      const later = { headSha: sha(3), readmes: [] };
      await ports.store.finishTarget(MAIN_KEY, 3, later);
      await ports.store.finishTarget(MAIN_KEY, 2, SNAPSHOT);
      const after = await ports.reopen();
      expect(await after.store.readTarget(MAIN_KEY)).toMatchObject({ done: 3, lastReviewed: later });
    });

    test('of an unknown target changes nothing', async () => {
      await ports.store.finishTarget('1/branch/none', 1);
      expect(await ports.store.readTarget('1/branch/none')).toBeNull();
    });
  });

  describe('instructions', () => {
    test('are read back until they are finished', async () => {
      const forget: Instruction = {
        kind: 'forget',
        installationId: REPOSITORY.installationId,
        repositoryIds: [1, 2],
      };
      await ports.store.accept(delivery({ id: 'two', instructions: [reReview(sha(1)), forget] }));
      expect(await ports.store.readInstruction('two#0')).toEqual(reReview(sha(1)));
      expect(await ports.store.readInstruction('two#1')).toEqual(forget);
      await ports.store.finishInstruction('two#0', 'published');
      expect(await ports.store.readInstruction('two#0')).toBeNull();
      expect(await ports.store.readInstruction('two#1')).toEqual(forget);
      expect(await ports.store.readInstruction('two#2')).toBeNull();
    });

    test('of a comment are stored once, whatever delivery brings them, and not again when they are finished', async () => {
      const key = `${REPOSITORY.repositoryId}/comment/33`;
      expect(await acceptInstruction('first', comment(33))).toBe('accepted');
      expect(await acceptInstruction('second', comment(33))).toBe('accepted');
      expect(await ports.store.readInstruction(key)).toEqual(comment(33));
      expect(await ports.store.readInstruction('second#0')).toBeNull();
      await ports.store.finishInstruction(key, 'done');
      await acceptInstruction('third', comment(33));
      expect(await ports.store.readInstruction(key)).toBeNull();
    });

    test('of comments are kept apart by repository', async () => {
      const elsewhere = repository({ repositoryId: 82_000_003 });
      await acceptInstruction('here', comment(33));
      await acceptInstruction('there', comment(33, elsewhere));
      expect(await ports.store.readInstruction('82000003/comment/33')).toEqual(comment(33, elsewhere));
    });

    test('carry the newest name of their repository', async () => {
      await acceptInstruction('rename', reReview(sha(1)));
      const renamed = repository({ name: 'songbirds' });
      await acceptHints(hint({ repository: renamed }));
      expect(await ports.store.readInstruction('rename#0')).toEqual(reReview(sha(1), renamed));
    });
  });

  describe('a sighting', () => {
    const renamed = repository({ name: 'songbirds', private: true });
    const see = (observedAt: number, of = renamed) =>
      ports.store.accept(delivery({ sightings: [{ repository: of, observedAt }] }));

    test('reaches every target of the repository', async () => {
      await acceptHints(hint({ observedAt: 1_000 }));
      await see(1_001);
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ repository: renamed, requested: 1 });
    });

    test('that is older than what is known changes nothing', async () => {
      await acceptHints(hint({ observedAt: 1_000 }));
      await see(999);
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ repository: REPOSITORY });
    });

    test('of a repository that nothing is stored about is not kept', async () => {
      await see(2_000);
      await acceptHints(hint({ observedAt: 1_000 }));
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ repository: REPOSITORY });
    });

    test('under another installation moves the repository and what waits for it', async () => {
      const moved = repository({ installationId: 71_000_002 });
      await acceptHints(hint({ observedAt: 1_000 }));
      await acceptInstruction('before', reReview(sha(1)));
      await see(2_000, moved);
      await ports.store.forget(REPOSITORY.installationId, null);
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ repository: moved });
      expect(await ports.store.readInstruction('before#0')).toEqual(reReview(sha(1), moved));
      const worker = createScriptedWorker();
      ports.queue.work(worker);
      await ports.queue.idle();
      expect([...worker.runs].sort()).toEqual([MAIN_KEY, 'before#0'].sort());
    });
  });

  test('a target read after another process took over is the same', async () => {
    await acceptHints(hint());
    const before = await ports.store.readTarget(MAIN_KEY);
    const after = await ports.reopen();
    expect(await after.store.readTarget(MAIN_KEY)).toEqual(before);
  });
}
