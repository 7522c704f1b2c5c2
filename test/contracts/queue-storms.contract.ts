/** Many pushes to one branch, faster than they can be reviewed. Time is the test's own, so nothing depends on the machine. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { WRITES_PER_HOUR, WRITES_PER_MINUTE } from '../../src/store/write-allowance.ts';
import { mostWithin } from '../helpers/most-within.ts';
import { delivery, hint, MAIN, repository, sha } from './examples.ts';
import { createScriptedWorker } from './scripted-worker.ts';
import type { OpenPorts, StorePorts } from './store-ports.ts';

const PUSHES = 1_000;
/** How many come together; each group takes a tenth of a second, so that all come within ten. */
const TOGETHER = 10;
const GROUP_MS = 100;
/** Groups that come while one review runs. */
const GROUPS_A_REVIEW = 3;
const LONGEST_PAUSE_MS = 60_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export function queueStormsContract(open: OpenPorts): void {
  let ports: StorePorts;
  beforeEach(async () => {
    ports = await open();
  });
  const push = (number: number) => ports.store.accept(delivery({ hints: [hint({ head: sha(number) })] }));
  const pushTwice = async () => {
    await push(1);
    await push(2);
  };
  const readRequested = async () => {
    const target = await ports.store.readTarget(`${hint().target.repository.repositoryId}/branch/main`);
    return target?.requested;
  };

  describe('a storm of pushes to one branch', () => {
    test('makes at most three reviews, and the last of them sees the last push', async () => {
      let pushed = 0;
      const pushGroup = async () => {
        const numbers = Array.from({ length: TOGETHER }, () => pushed++);
        await Promise.all(numbers.map(push));
        ports.advance(GROUP_MS);
      };
      const seen: unknown[] = [];
      const worker = createScriptedWorker(async () => {
        seen.push(await readRequested());
        for (let group = 0; group < GROUPS_A_REVIEW && pushed < PUSHES; group += 1) await pushGroup();
        return null;
      });
      ports.queue.work(worker);
      while (pushed < PUSHES) {
        await pushGroup();
        await ports.queue.idle();
      }
      ports.advance(LONGEST_PAUSE_MS);
      await ports.queue.idle();
      expect(worker.runs.length).toBeLessThanOrEqual(3);
      expect(seen.at(-1)).toBe(PUSHES);
    });

    test('that does not end is reviewed now and then, at the latest after a minute', async () => {
      const startedAt: number[] = [];
      const worker = createScriptedWorker(async () => {
        startedAt.push(ports.now().getTime());
        if (startedAt.length < 8) await pushTwice();
        return null;
      });
      ports.queue.work(worker);
      await push(0);
      await ports.queue.idle();
      const pauses: number[] = [];
      while (startedAt.length < 8) {
        const before = startedAt.length;
        let waited = 0;
        while (startedAt.length === before) {
          ports.advance(1_000);
          waited += 1;
          await ports.queue.idle();
        }
        pauses.push(waited);
      }
      expect(pauses).toEqual([30, 60, 60, 60, 60, 60]);
    });

    test('is over when a review ends and nothing new was pushed: the next push is reviewed at once', async () => {
      const worker = createScriptedWorker(async (_key, run) => {
        if (run < 3) await pushTwice();
        return null;
      });
      ports.queue.work(worker);
      await push(0);
      await ports.queue.idle();
      expect(worker.runs).toHaveLength(2);
      ports.advance(LONGEST_PAUSE_MS);
      await ports.queue.idle();
      expect(worker.runs).toHaveLength(3);
      await push(4);
      await ports.queue.idle();
      expect(worker.runs).toHaveLength(4);
    });

    test('is not a push that follows each review at once: that is reviewed at once, too', async () => {
      const worker = createScriptedWorker(async (_key, run) => {
        if (run < 8) await push(run);
        return null;
      });
      ports.queue.work(worker);
      await push(0);
      await ports.queue.idle();
      expect(worker.runs).toHaveLength(8);
    });

    test('leaves another branch alone', async () => {
      const other = hint({ ref: { ...MAIN, branch: 'other' } });
      const worker = createScriptedWorker(async (key, run) => {
        if (key.endsWith('main') && run < 3) await pushTwice();
        return null;
      });
      ports.queue.work(worker);
      await push(0);
      await ports.queue.idle();
      await ports.store.accept(delivery({ hints: [other] }));
      await ports.queue.idle();
      expect(worker.runs.filter(key => key.endsWith('other'))).toHaveLength(1);
      expect(worker.runs.filter(key => key.endsWith('main'))).toHaveLength(2);
    });
  });

  describe('a storm over two hundred repositories of twenty installations', () => {
    /** Each of ten repositories; of the loud ones more than GitHub allows in a minute, and than go at once in an hour. */
    const BRANCHES = { loud: 11, quiet: 2 };
    const LOUD = [0, 1];
    const installations = Array.from({ length: 20 }, (_, index) => 71_001_000 + index);
    const branchesOf = (index: number) => (LOUD.includes(index) ? BRANCHES.loud : BRANCHES.quiet);

    test('keeps each inside its write limits, and no one waits for another', async () => {
      const asked = installations.flatMap((installationId, index) =>
        Array.from({ length: 10 * branchesOf(index) }, (_, push) =>
          hint({
            repository: repository({ installationId, repositoryId: installationId * 10 + (push % 10) }),
            ref: { kind: 'branch', branch: `attempt-${push}` },
          }),
        ),
      );
      await Promise.all(asked.map(push => ports.store.accept(delivery({ hints: [push] }))));
      const began = ports.now().getTime();
      const written = new Map(installations.map((id): [number, number[]] => [id, []]));
      const worker = createScriptedWorker(async key => {
        const target = await ports.store.readTarget(key);
        const installationId = target?.repository.installationId ?? 0;
        const comeBackAt = await ports.limiter.take(installationId);
        if (comeBackAt === null) written.get(installationId)?.push(ports.now().getTime() - began);
        return comeBackAt;
      });
      ports.queue.work(worker);
      await ports.queue.idle();
      while ([...written.values()].flat().length < asked.length) {
        ports.advance(3_000);
        await ports.queue.idle();
      }

      const times = [...written.values()];
      for (const [index, ofOne] of times.entries()) {
        expect(ofOne).toHaveLength(10 * branchesOf(index));
        expect(mostWithin(ofOne, MINUTE_MS)).toBeLessThanOrEqual(WRITES_PER_MINUTE);
        expect(mostWithin(ofOne, HOUR_MS)).toBeLessThanOrEqual(WRITES_PER_HOUR);
      }
      const waits = times.map(ofOne => Math.max(...ofOne));
      const [loud, quiet] = [waits.slice(0, LOUD.length), waits.slice(LOUD.length)];
      expect(new Set(quiet)).toEqual(new Set([0]));
      expect(Math.min(...loud)).toBeGreaterThan(MINUTE_MS);
      expect(Math.max(...loud) / Math.min(...loud)).toBeLessThan(1.1);
    });
  });
}
