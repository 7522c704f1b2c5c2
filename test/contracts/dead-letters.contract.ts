import { beforeEach, describe, expect, test } from '@jest/globals';
import { ShowworkError } from '../../src/errors.ts';
import { targetKey } from '../../src/jobs.ts';
import { comment, delivery, hint, REPOSITORY, reReview, sha, uninstall } from './examples.ts';
import { createScriptedWorker, type ScriptedWorker } from './scripted-worker.ts';
import type { OpenPorts, StorePorts } from './store-ports.ts';

const MAIN_KEY = targetKey(hint().target);
const forbidden = () => {
  throw new ShowworkError('GITHUB_FORBIDDEN', 'HTTP 403 for commit 1f2e');
};

export function deadLettersContract(open: OpenPorts): void {
  let ports: StorePorts;
  let worker: ScriptedWorker;
  /** What the worker does from now on. */
  let script: () => null;

  beforeEach(async () => {
    ports = await open();
    script = forbidden;
    worker = createScriptedWorker(() => script());
    ports.queue.work(worker);
  });

  const push = () => ports.store.accept(delivery({ hints: [hint()] }));
  const instruct = (id: string) => ports.store.accept(delivery({ id, instructions: [reReview(sha(1))] }));
  const settle = () => ports.queue.idle();
  const newestId = async () => (await ports.deadLetters.list('all'))[0]?.referenceId ?? '';

  /** As the workflow does when it has told the learner. */
  async function recordGivingUp(instructionId: string): Promise<string> {
    const referenceId = await newestId();
    await ports.store.finishInstruction(instructionId, `gave up: GITHUB_FORBIDDEN ${referenceId}`);
    return referenceId;
  }

  describe('dead letters', () => {
    test('say what was given up, when and why, and whether the learner was told', async () => {
      await push();
      await settle();
      const [letter, ...others] = await ports.deadLetters.list('open');
      expect(others).toEqual([]);
      expect(letter).toEqual({
        referenceId: worker.givenUp[0]?.referenceId,
        job: { kind: 'review-target', targetKey: MAIN_KEY },
        instruction: null,
        installationId: REPOSITORY.installationId,
        repository: { owner: REPOSITORY.owner, name: REPOSITORY.name },
        code: 'GITHUB_FORBIDDEN',
        detail: 'HTTP 403 for commit 1f2e',
        diedAt: ports.now(),
        toldAt: ports.now(),
        retriedAt: null,
      });
      expect(await ports.deadLetters.find(await newestId())).toEqual(letter);
      expect(await ports.deadLetters.find('000000000000')).toBeNull();
    });

    test('of an instruction name its kind', async () => {
      await ports.store.accept(delivery({ instructions: [comment(7)] }));
      await settle();
      expect(await ports.deadLetters.list('open')).toMatchObject([
        {
          instruction: 'comment',
          job: { kind: 'carry-out', instructionId: `${REPOSITORY.repositoryId}/comment/7` },
        },
      ]);
    });

    test('come newest first', async () => {
      await push();
      await settle();
      ports.advance(1_000);
      await instruct('later');
      await settle();
      const letters = await ports.deadLetters.list('open');
      expect(letters.map(({ job }) => job?.kind)).toEqual(['carry-out', 'review-target']);
    });
  });

  describe('a retry', () => {
    test('lets a target run once more, as a new generation of the same age', async () => {
      await push();
      await settle();
      const before = await ports.store.readTarget(MAIN_KEY);
      script = () => null;
      ports.advance(60_000);
      expect(await ports.deadLetters.retry(await newestId())).toBe('waiting');
      await settle();
      expect(worker.runs).toEqual([MAIN_KEY, MAIN_KEY]);
      expect(await ports.store.readTarget(MAIN_KEY)).toEqual({ ...before, requested: 2 });
    });

    test('is remembered, and hides the letter among the open ones', async () => {
      await push();
      await settle();
      const referenceId = await newestId();
      script = () => null;
      ports.advance(60_000);
      await ports.deadLetters.retry(referenceId);
      await settle();
      expect(await ports.deadLetters.list('open')).toEqual([]);
      expect(await ports.deadLetters.list('all')).toMatchObject([{ referenceId, retriedAt: ports.now() }]);
    });

    test('that fails as well leaves a letter of its own', async () => {
      await push();
      await settle();
      const first = await newestId();
      await ports.deadLetters.retry(first);
      await settle();
      const open = await ports.deadLetters.list('open');
      expect(open).toHaveLength(1);
      expect(open[0]?.referenceId).not.toBe(first);
    });

    test('opens an instruction again that was given up', async () => {
      await instruct('re-run');
      await settle();
      const referenceId = await recordGivingUp('re-run#0');
      expect(await ports.store.readInstruction('re-run#0')).toBeNull();
      script = () => null;
      expect(await ports.deadLetters.retry(referenceId)).toBe('waiting');
      await settle();
      expect(await ports.store.readInstruction('re-run#0')).toEqual(reReview(sha(1)));
      expect(worker.runs).toEqual(['re-run#0', 're-run#0']);
    });

    test('opens one whose asker could not be told', async () => {
      await instruct('untold');
      await settle();
      script = () => null;
      expect(await ports.deadLetters.retry(await newestId())).toBe('waiting');
      await settle();
      expect(worker.runs).toHaveLength(2);
    });

    test('leaves an instruction alone that was done meanwhile', async () => {
      await instruct('done');
      await settle();
      await ports.store.finishInstruction('done#0', 'done');
      expect(await ports.deadLetters.retry(await newestId())).toBe('gone');
      await settle();
      expect(worker.runs).toHaveLength(1);
      expect(await ports.deadLetters.list('open')).toHaveLength(1);
    });

    test('asked for twice runs once', async () => {
      await push();
      await settle();
      const referenceId = await newestId();
      script = () => null;
      const answers = await Promise.all([
        ports.deadLetters.retry(referenceId),
        ports.deadLetters.retry(referenceId),
      ]);
      await settle();
      expect(answers).toEqual(['waiting', 'waiting']);
      expect(worker.runs.length).toBeLessThanOrEqual(3);
      expect(await ports.deadLetters.list('open')).toEqual([]);
    });

    test('of a letter that is not there, or of a repository that is forgotten, does nothing', async () => {
      expect(await ports.deadLetters.retry('000000000000')).toBe('unknown');
      await push();
      await settle();
      const referenceId = await newestId();
      script = () => null;
      await ports.store.accept(delivery({ instructions: [uninstall()] }));
      await ports.store.forget(REPOSITORY.installationId, null);
      await settle();
      expect(await ports.deadLetters.retry(referenceId)).toBe('unknown');
      expect(await ports.deadLetters.list('all')).toEqual([]);
    });
  });
}
