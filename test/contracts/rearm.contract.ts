import { beforeEach, describe, expect, test } from '@jest/globals';
import { ShowworkError } from '../../src/errors.ts';
import { comment, delivery, hint, REPOSITORY, sha } from './examples.ts';
import { createScriptedWorker, type ScriptedWorker } from './scripted-worker.ts';
import type { OpenPorts, StorePorts } from './store-ports.ts';

export function rearmContract(open: OpenPorts): void {
  let ports: StorePorts;
  let broken: boolean;
  let worker: ScriptedWorker;
  beforeEach(async () => {
    ports = await open();
    broken = true;
    worker = createScriptedWorker(() => {
      if (broken) throw new ShowworkError('GITHUB_FORBIDDEN', 'HTTP 403');
      return null;
    });
    ports.queue.work(worker);
  });
  const deadLetters = async () => (await ports.stats.read()).deadLetters;

  describe('a delivery that comes again', () => {
    test('whose target was given up, has it tried once more, and clears the dead letter', async () => {
      const push = delivery({ hints: [hint()] });
      await ports.store.accept(push);
      await ports.queue.idle();
      expect(await deadLetters()).toEqual([{ code: 'GITHUB_FORBIDDEN', count: 1 }]);
      broken = false;
      expect(await ports.store.accept(push)).toBe('accepted');
      expect(await deadLetters()).toEqual([]);
      await ports.queue.idle();
      expect(worker.runs).toHaveLength(2);
    });

    test('whose instruction was given up, has it carried out once more', async () => {
      const asked = delivery({ instructions: [comment(33)] });
      const id = `${REPOSITORY.repositoryId}/comment/33`;
      await ports.store.accept(asked);
      await ports.queue.idle();
      await ports.store.finishInstruction(id, 'gave up');
      expect(await ports.store.readInstruction(id)).toBeNull();
      broken = false;
      expect(await ports.store.accept(asked)).toBe('accepted');
      expect(await ports.store.readInstruction(id)).toEqual(comment(33));
      await ports.queue.idle();
      expect(worker.runs).toEqual([id, id]);
    });

    test('leaves alone what was done, and what another target gave up', async () => {
      const other = delivery({ hints: [hint({ ref: { kind: 'branch', branch: 'other' } })] });
      await ports.store.accept(other);
      await ports.queue.idle();
      broken = false;
      const push = delivery({ hints: [hint({ head: sha(2) })] });
      await ports.store.accept(push);
      await ports.queue.idle();
      expect(await ports.store.accept(push)).toBe('duplicate');
      await ports.queue.idle();
      expect(worker.runs).toHaveLength(2);
      expect(await deadLetters()).toEqual([{ code: 'GITHUB_FORBIDDEN', count: 1 }]);
    });

    test('brings nothing back that was taken off the app', async () => {
      const push = delivery({ hints: [hint()] });
      await ports.store.accept(push);
      await ports.queue.idle();
      await ports.store.forget(REPOSITORY.installationId, null);
      expect(await ports.store.accept(push)).toBe('duplicate');
    });
  });
}
