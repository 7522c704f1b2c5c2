/** What is removed, what comes back, and in which order the words of it arrive. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Hint, type Instruction, targetKey } from '../../src/jobs.ts';
import {
  added,
  comment,
  delivery,
  forget,
  hint,
  introduce,
  MAIN,
  REPOSITORY,
  repository,
  reReview,
  sha,
  uninstall,
} from './examples.ts';
import type { OpenPorts, StorePorts } from './store-ports.ts';

const MAIN_KEY = targetKey(hint().target);

export function removalContract(open: OpenPorts): void {
  const other = repository({ repositoryId: 82_000_002, name: 'kept' });
  const otherKey = targetKey({ repository: other, ref: MAIN });
  let ports: StorePorts;
  beforeEach(async () => {
    ports = await open();
  });
  const acceptHints = (...hints: Hint[]) => ports.store.accept(delivery({ hints }));
  const acceptInstruction = (id: string, instruction: Instruction) =>
    ports.store.accept(delivery({ id, instructions: [instruction] }));
  const seconds = () => Math.floor(ports.now().getTime() / 1000);
  /** The owner takes the repository away; the delivery arrives, and nothing is carried out yet. */
  const removed = (id = 'removed') => acceptInstruction(id, forget(REPOSITORY));
  /** The owner adds it again. */
  const addedAgain = (id = 'added') =>
    ports.store.accept(delivery({ id, added: added(REPOSITORY), instructions: [introduce()] }));
  const carryOutRemoval = () => ports.store.forget(REPOSITORY.installationId, [REPOSITORY.repositoryId]);
  /** A comment is a word without a time. */
  const isListenedTo = async (commentId: number) => {
    await ports.store.accept(delivery({ instructions: [comment(commentId)] }));
    const instruction = await ports.store.readInstruction(`${REPOSITORY.repositoryId}/comment/${commentId}`);
    return instruction !== null;
  };

  describe('forget', () => {
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

  describe('a removal', () => {
    test('counts from its delivery on, before it is carried out', async () => {
      await acceptHints(hint());
      await removed();
      await acceptHints(hint({ head: sha(2), observedAt: seconds() }));
      await acceptInstruction('welcome', introduce());
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ head: sha(1), requested: 1 });
      expect(await ports.store.readInstruction('welcome#0')).toBeNull();
      expect(await isListenedTo(33)).toBe(false);
      await carryOutRemoval();
      expect(await ports.store.readTarget(MAIN_KEY)).toBeNull();
    });

    test('of an installation counts from its delivery on, too', async () => {
      await acceptInstruction('uninstalled', uninstall());
      await acceptHints(hint({ observedAt: seconds() + 60 }));
      expect(await ports.store.readTarget(MAIN_KEY)).toBeNull();
      expect(await isListenedTo(33)).toBe(false);
    });

    test('is judged by when it was accepted, however late it is carried out', async () => {
      await removed();
      const between = seconds() + 30;
      ports.advance(3_600_000);
      await carryOutRemoval();
      await acceptHints(hint({ observedAt: between }));
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ requested: 1 });
    });
  });

  describe('a repository that was added again', () => {
    test('is listened to at once, without waiting for a push', async () => {
      await acceptHints(hint());
      await removed();
      await carryOutRemoval();
      expect(await isListenedTo(33)).toBe(false);
      await addedAgain();
      expect(await ports.store.readInstruction('added#0')).toEqual(introduce());
      expect(await isListenedTo(34)).toBe(true);
    });

    test('begins anew, and its removal, carried out late, leaves what is new alone', async () => {
      await acceptHints(hint(), hint());
      await acceptInstruction('before', reReview(sha(1)));
      await removed();
      await addedAgain();
      expect(await ports.store.readTarget(MAIN_KEY)).toBeNull();
      expect(await ports.store.readInstruction('before#0')).toBeNull();
      await acceptHints(hint({ head: sha(2) }));
      await carryOutRemoval();
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ head: sha(2), requested: 1 });
      expect(await ports.store.readInstruction('added#0')).toEqual(introduce());
      expect(await ports.store.readInstruction('removed#0')).toBeNull();
      expect(await isListenedTo(34)).toBe(true);
    });

    test('and whose removal was for others as well is spared alone', async () => {
      await acceptHints(hint(), hint({ repository: other }));
      await acceptInstruction('both', forget(REPOSITORY, other));
      await addedAgain();
      await acceptHints(hint());
      await ports.store.forget(REPOSITORY.installationId, [REPOSITORY.repositoryId, other.repositoryId]);
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ requested: 1 });
      expect(await ports.store.readTarget(otherKey)).toBeNull();
    });

    test('and is known from a later push only begins anew, too', async () => {
      await acceptHints(hint(), hint());
      await removed();
      await acceptHints(hint({ head: sha(2), observedAt: seconds() + 1 }));
      await carryOutRemoval();
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ head: sha(2), requested: 1 });
    });

    test('and is removed once more is forgotten, by whichever of the two removals is carried out', async () => {
      await removed('first');
      await addedAgain();
      await acceptHints(hint());
      await removed('second');
      expect(await isListenedTo(34)).toBe(false);
      await carryOutRemoval();
      expect(await ports.store.readTarget(MAIN_KEY)).toBeNull();
      for (const id of ['first#0', 'second#0']) expect(await ports.store.readInstruction(id)).toBeNull();
    });

    test('without having been removed keeps what is stored', async () => {
      await acceptHints(hint());
      await addedAgain();
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ requested: 1 });
    });

    test('to an installation that is gone stays away', async () => {
      await ports.store.forget(REPOSITORY.installationId, null);
      await addedAgain();
      expect(await ports.store.readInstruction('added#0')).toBeNull();
      expect(await isListenedTo(34)).toBe(false);
    });
  });

  describe('a removal that arrives after the addition that followed it', () => {
    beforeEach(async () => {
      await acceptHints(hint());
      await addedAgain();
      await removed();
      await carryOutRemoval();
    });

    test('counts: events of installations carry no time', async () => {
      expect(await ports.store.readTarget(MAIN_KEY)).toBeNull();
      expect(await isListenedTo(34)).toBe(false);
    });

    test('heals with the next push', async () => {
      await acceptHints(hint({ head: sha(2), observedAt: seconds() + 1 }));
      expect(await ports.store.readTarget(MAIN_KEY)).toMatchObject({ head: sha(2), requested: 1 });
      expect(await isListenedTo(34)).toBe(true);
    });

    test('heals with whatever else GitHub tells of the repository at a later time', async () => {
      const sighting = { repository: REPOSITORY, observedAt: seconds() + 1 };
      await ports.store.accept(delivery({ sightings: [sighting] }));
      expect(await isListenedTo(34)).toBe(true);
    });

    test('is not healed by what is older', async () => {
      const sighting = { repository: REPOSITORY, observedAt: seconds() };
      await ports.store.accept(delivery({ sightings: [sighting] }));
      expect(await isListenedTo(34)).toBe(false);
    });
  });
}
