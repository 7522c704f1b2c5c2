import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Hint, type Instruction, targetKey } from '../../src/jobs.ts';
import { comment, delivery, hint, MAIN, REPOSITORY, repository, reReview, sha } from './examples.ts';
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

  describe('forget', () => {
    const other = repository({ repositoryId: 82_000_002, name: 'kept' });
    const otherKey = targetKey({ repository: other, ref: MAIN });
    const seconds = () => Math.floor(ports.now().getTime() / 1000);

    test('of an installation deletes its targets and instructions, and late deliveries do not bring them back', async () => {
      await acceptHints(hint());
      await acceptInstruction('before', reReview(sha(1)));
      await ports.store.forget(REPOSITORY.installationId, null);
      expect(await ports.store.readTarget(MAIN_KEY)).toBeNull();
      expect(await ports.store.readInstruction('before#0')).toBeNull();

      ports.advance(1_000);
      expect(await acceptHints(hint({ observedAt: seconds() }))).toBe('accepted');
      await acceptInstruction('late', reReview(sha(1)));
      expect(await ports.store.readTarget(MAIN_KEY)).toBeNull();
      expect(await ports.store.readInstruction('late#0')).toBeNull();
    });

    test('does not keep the same repository from a new installation', async () => {
      await acceptHints(hint());
      await ports.store.forget(REPOSITORY.installationId, null);
      await acceptHints(hint({ repository: repository({ installationId: 71_000_009 }) }));
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ requested: 1 });
    });

    test('of one repository leaves the others', async () => {
      await acceptHints(hint(), hint({ repository: other }));
      await ports.store.forget(REPOSITORY.installationId, [REPOSITORY.repositoryId]);
      expect(await ports.store.readTarget(MAIN_KEY)).toBeNull();
      expect(await ports.store.readTarget(otherKey)).toMatchObject({ repository: other });
    });

    test('of one repository ends when it was added again: what is older is late, what is newer counts', async () => {
      await acceptHints(hint());
      await ports.store.forget(REPOSITORY.installationId, [REPOSITORY.repositoryId]);
      await acceptHints(hint({ observedAt: seconds() }));
      await acceptInstruction('late', reReview(sha(1)));
      expect(await ports.store.readTarget(MAIN_KEY)).toBeNull();
      expect(await ports.store.readInstruction('late#0')).toBeNull();

      await acceptHints(hint({ head: sha(5), observedAt: seconds() + 1 }));
      await acceptInstruction('welcome', reReview(sha(5)));
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ head: sha(5), requested: 1 });
      expect(await ports.store.readInstruction('welcome#0')).toEqual(reReview(sha(5)));
    });

    test('spares a repository that moved to another installation', async () => {
      await acceptHints(hint({ observedAt: 1_000 }));
      const moved = repository({ installationId: 71_000_002 });
      await acceptHints(hint({ repository: moved, observedAt: 2_000 }));
      await ports.store.forget(REPOSITORY.installationId, [REPOSITORY.repositoryId]);
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ repository: moved });
    });

    test('deletes the instruction that asked for it, and can be repeated', async () => {
      const { installationId, repositoryId } = REPOSITORY;
      const instruction: Instruction = { kind: 'forget', installationId, repositoryIds: [repositoryId] };
      const wider: Instruction = { ...instruction, repositoryIds: [repositoryId, other.repositoryId] };
      await acceptInstruction('forget', instruction);
      await acceptInstruction('wider', wider);
      await ports.store.forget(installationId, [repositoryId]);
      await ports.store.forget(installationId, [repositoryId]);
      await ports.store.finishInstruction('forget#0', 'forgotten');
      expect(await ports.store.readInstruction('forget#0')).toBeNull();
      expect(await ports.store.readInstruction('wider#0')).toEqual(wider);
    });
  });

  test('a target read after another process took over is the same', async () => {
    await acceptHints(hint());
    const before = await ports.store.readTarget(MAIN_KEY);
    const after = await ports.reopen();
    expect(await after.store.readTarget(MAIN_KEY)).toEqual(before);
  });
}
