import { beforeEach, describe, expect, test } from '@jest/globals';
import { ShowworkError } from '../../src/errors.ts';
import { targetKey } from '../../src/jobs.ts';
import { delivery, hint, repository, reReview, sha } from './examples.ts';
import { createScriptedWorker } from './scripted-worker.ts';
import type { OpenPorts, StorePorts } from './store-ports.ts';

const MAIN_KEY = targetKey(hint().target);
const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** A branch of a repository of an installation, all told by a number. */
function branchHint(branch: number, installation = 0) {
  const of = repository({
    installationId: 71_000_100 + installation,
    repositoryId: 82_000_100 + installation,
  });
  return hint({ repository: of, ref: { kind: 'branch', branch: `b${branch}` } });
}

export function queueContract(open: OpenPorts): void {
  let ports: StorePorts;
  beforeEach(async () => {
    ports = await open();
  });
  const push = (...hints: ReturnType<typeof hint>[]) => ports.store.accept(delivery({ hints }));
  const instruct = (id: string, headSha: string) =>
    ports.store.accept(delivery({ id, instructions: [reReview(headSha)] }));
  /** Lets so much time pass, and whatever falls due in it happen. */
  const pass = async (milliseconds: number) => {
    ports.advance(milliseconds);
    await ports.queue.idle();
  };

  describe('handing out', () => {
    test('gives each accepted job to the worker once, whether it started before or after', async () => {
      const worker = createScriptedWorker();
      await push(branchHint(1), branchHint(2));
      ports.queue.work(worker);
      await push(branchHint(3));
      await instruct('re-run', sha(1));
      await ports.queue.idle();
      await pass(24 * HOUR);
      expect([...worker.runs].sort()).toEqual([
        targetKey(branchHint(1).target),
        targetKey(branchHint(2).target),
        targetKey(branchHint(3).target),
        're-run#0',
      ]);
    });

    test('is idle at once where there is nothing to do, also without a worker', async () => {
      await expect(ports.queue.idle()).resolves.toBeUndefined();
    });

    test('is not idle while a job runs', async () => {
      const gate = Promise.withResolvers<null>();
      const worker = createScriptedWorker(() => gate.promise);
      ports.queue.work(worker);
      await push(hint());
      await worker.started(1);
      let idle = false;
      const becomesIdle = ports.queue.idle().then(() => {
        idle = true;
      });
      await ports.store.readTarget(MAIN_KEY);
      expect(idle).toBe(false);
      gate.resolve(null);
      await becomesIdle;
    });

    test('has one worker', () => {
      ports.queue.work(createScriptedWorker());
      expect(() => ports.queue.work(createScriptedWorker())).toThrow(/worker already/);
    });
  });

  describe('coalescing', () => {
    test('many hints before the first run are one run', async () => {
      for (let index = 0; index < 20; index += 1) await push(hint());
      const worker = createScriptedWorker();
      ports.queue.work(worker);
      await ports.queue.idle();
      expect(worker.runs).toEqual([MAIN_KEY]);
    });

    test('twenty hints during a run are one more run, which sees the last head', async () => {
      const gate = Promise.withResolvers<void>();
      const seen: (string | null | undefined)[] = [];
      const worker = createScriptedWorker(async key => {
        seen.push((await ports.store.readTarget(key))?.head);
        await gate.promise;
        return null;
      });
      ports.queue.work(worker);
      await push(hint({ head: sha(100), observedAt: 100 }));
      await worker.started(1);
      for (let second = 101; second <= 120; second += 1) {
        await push(hint({ head: sha(second), observedAt: second }));
      }
      gate.resolve();
      await ports.queue.idle();
      expect(seen).toEqual([sha(100), sha(120)]);
      expect(worker.most.ofOneKey).toBe(1);
    });

    test('instructions are never coalesced', async () => {
      const worker = createScriptedWorker();
      await Promise.all([instruct('one', sha(1)), instruct('two', sha(1)), instruct('three', sha(1))]);
      ports.queue.work(worker);
      await ports.queue.idle();
      expect(worker.runs).toEqual(['one#0', 'two#0', 'three#0']);
      expect(worker.most.all).toBe(1);
    });

    test('instructions about one commit wait for each other, also while the first is retried', async () => {
      const worker = createScriptedWorker((key, run) => {
        if (key === 'one#0' && run === 1) throw new ShowworkError('GITHUB_UNAVAILABLE', 'HTTP 502');
        return null;
      });
      await instruct('one', sha(1));
      await instruct('two', sha(1));
      await instruct('elsewhere', sha(2));
      ports.queue.work(worker);
      await ports.queue.idle();
      expect([...worker.runs].sort()).toEqual(['elsewhere#0', 'one#0']);
      await pass(HOUR);
      expect(worker.runs.slice(2)).toEqual(['one#0', 'two#0']);
    });
  });

  describe('caps', () => {
    test('hold for each installation, and do not hold up another', async () => {
      ports = await open({ total: 10, perInstallation: 2 });
      const gate = Promise.withResolvers<null>();
      const worker = createScriptedWorker(() => gate.promise);
      ports.queue.work(worker);
      for (let branch = 0; branch < 6; branch += 1) await push(branchHint(branch, 1));
      await push(branchHint(0, 2));
      await worker.started(3);
      expect(worker.most.all).toBe(3);
      expect(worker.runs).toContain(targetKey(branchHint(0, 2).target));
      gate.resolve(null);
      await ports.queue.idle();
      expect(worker.runs).toHaveLength(7);
      expect(worker.most.all).toBe(3);
    });

    test('hold in total', async () => {
      ports = await open({ total: 3, perInstallation: 2 });
      const gate = Promise.withResolvers<null>();
      const worker = createScriptedWorker(() => gate.promise);
      ports.queue.work(worker);
      for (let installation = 0; installation < 6; installation += 1) await push(branchHint(0, installation));
      await worker.started(3);
      gate.resolve(null);
      await ports.queue.idle();
      expect(worker.runs).toHaveLength(6);
      expect(worker.most.all).toBe(3);
    });
  });

  describe('handing back', () => {
    test('runs again at the named time and not before, and counts no attempt', async () => {
      const worker = createScriptedWorker((_key, run) => {
        if (run <= 12) return new Date(ports.now().getTime() + 60 * SECOND);
        if (run === 13) throw new ShowworkError('REVIEW_TIMED_OUT', 'given up the second time');
        return null;
      });
      ports.queue.work(worker);
      await push(hint());
      await ports.queue.idle();
      await pass(59 * SECOND);
      expect(worker.runs).toHaveLength(1);
      await pass(SECOND);
      expect(worker.runs).toHaveLength(2);
      for (let minute = 0; minute < 20; minute += 1) await pass(60 * SECOND);
      expect(worker.runs).toHaveLength(14);
      expect(worker.givenUp).toEqual([]);
    });

    test('is binding for a newer request too', async () => {
      const worker = createScriptedWorker((_key, run) =>
        run === 1 ? new Date(ports.now().getTime() + 60 * SECOND) : null,
      );
      ports.queue.work(worker);
      await push(hint());
      await ports.queue.idle();
      await push(hint());
      await pass(59 * SECOND);
      expect(worker.runs).toHaveLength(1);
      await pass(SECOND);
      expect(worker.runs).toHaveLength(2);
    });

    test('is binding for a request that came during the run', async () => {
      const gate = Promise.withResolvers<void>();
      const worker = createScriptedWorker(async (_key, run) => {
        await gate.promise;
        return run === 1 ? new Date(ports.now().getTime() + 60 * SECOND) : null;
      });
      ports.queue.work(worker);
      await push(hint());
      await worker.started(1);
      await push(hint());
      gate.resolve();
      await ports.queue.idle();
      await push(hint());
      await pass(59 * SECOND);
      expect(worker.runs).toHaveLength(1);
      await pass(SECOND);
      expect(worker.runs).toHaveLength(2);
      await pass(24 * HOUR);
      expect(worker.runs).toHaveLength(2);
    });
  });

  describe('failing', () => {
    const unavailable = () => new ShowworkError('GITHUB_UNAVAILABLE', 'HTTP 502');

    test('is tried again after a delay that doubles', async () => {
      const worker = createScriptedWorker((_key, run) => {
        if (run <= 3) throw unavailable();
        return null;
      });
      ports.queue.work(worker);
      await push(hint());
      await ports.queue.idle();
      for (const [delay, runsAfter] of [
        [5, 2],
        [10, 3],
        [20, 4],
      ] as const) {
        await pass(delay * SECOND - 1);
        expect(worker.runs).toHaveLength(runsAfter - 1);
        await pass(1);
        expect(worker.runs).toHaveLength(runsAfter);
      }
      await pass(24 * HOUR);
      expect(worker.runs).toHaveLength(4);
      expect(worker.givenUp).toEqual([]);
    });

    test('waits for the time that the error names', async () => {
      const worker = createScriptedWorker((_key, run) => {
        if (run > 1) return null;
        throw new ShowworkError('GITHUB_RATE_LIMITED', 'HTTP 403', {
          retryAt: new Date(ports.now().getTime() + 40 * 60 * SECOND),
        });
      });
      ports.queue.work(worker);
      await push(hint());
      await ports.queue.idle();
      await push(hint());
      await pass(40 * 60 * SECOND - 1);
      expect(worker.runs).toHaveLength(1);
      await pass(1);
      expect(worker.runs).toHaveLength(2);
    });

    test('does not keep a newer request waiting, which gets attempts of its own', async () => {
      const worker = createScriptedWorker(() => {
        throw unavailable();
      });
      ports.queue.work(worker);
      await push(hint());
      await ports.queue.idle();
      for (let attempt = 2; attempt <= 11; attempt += 1) await pass(HOUR);
      expect(worker.runs).toHaveLength(11);
      await push(hint());
      await ports.queue.idle();
      expect(worker.runs).toHaveLength(12);
      for (let attempt = 2; attempt <= 11; attempt += 1) await pass(HOUR);
      expect(worker.runs).toHaveLength(22);
      expect(worker.givenUp).toEqual([]);
      await pass(HOUR);
      expect(worker.givenUp).toHaveLength(1);
    });

    test('is given up at last, once, with a reference id', async () => {
      const worker = createScriptedWorker(() => {
        throw unavailable();
      });
      ports.queue.work(worker);
      await push(hint());
      await ports.queue.idle();
      for (let hour = 0; hour < 30; hour += 1) await pass(HOUR);
      expect(worker.runs).toHaveLength(12);
      expect(worker.givenUp).toEqual([
        {
          key: MAIN_KEY,
          code: 'GITHUB_UNAVAILABLE',
          message: 'GITHUB_UNAVAILABLE: HTTP 502',
          referenceId: expect.stringMatching(/^[0-9a-f]{12}$/),
        },
      ]);
    });

    test('is given up at once where retrying does not help', async () => {
      const worker = createScriptedWorker(() => {
        throw new ShowworkError('GITHUB_FORBIDDEN', 'HTTP 403');
      });
      ports.queue.work(worker);
      await push(hint());
      await instruct('re-run', sha(1));
      await ports.queue.idle();
      expect(worker.runs).toHaveLength(2);
      expect(worker.givenUp.map(one => one.code)).toEqual(['GITHUB_FORBIDDEN', 'GITHUB_FORBIDDEN']);
      expect(new Set(worker.givenUp.map(one => one.referenceId)).size).toBe(2);
    });

    test('with anything that is thrown counts as INTERNAL', async () => {
      const worker = createScriptedWorker(() => {
        throw new TypeError('undefined is not a function');
      });
      ports.queue.work(worker);
      await push(hint());
      await ports.queue.idle();
      for (let hour = 0; hour < 6; hour += 1) await pass(HOUR);
      expect(worker.runs).toHaveLength(4);
      expect(worker.givenUp).toMatchObject([{ key: MAIN_KEY, code: 'INTERNAL' }]);
    });

    test('for a second time with the time limit of a review is the end', async () => {
      const worker = createScriptedWorker(() => {
        throw new ShowworkError('REVIEW_TIMED_OUT', 'after 5 s');
      });
      ports.queue.work(worker);
      await push(hint());
      await ports.queue.idle();
      await pass(HOUR);
      await pass(HOUR);
      expect(worker.runs).toHaveLength(2);
      expect(worker.givenUp).toHaveLength(1);
    });

    test('while a newer request waits is left to that one', async () => {
      const gate = Promise.withResolvers<void>();
      const worker = createScriptedWorker(async (_key, run) => {
        await gate.promise;
        if (run === 1) throw new ShowworkError('GITHUB_GONE', 'HTTP 404');
        return null;
      });
      ports.queue.work(worker);
      await push(hint());
      await worker.started(1);
      await push(hint());
      gate.resolve();
      await ports.queue.idle();
      expect(worker.runs).toHaveLength(2);
      expect(worker.givenUp).toEqual([]);
    });

    test('does not end the target: the next hint runs', async () => {
      const worker = createScriptedWorker((_key, run) => {
        if (run === 1) throw new ShowworkError('GITHUB_FORBIDDEN', 'HTTP 403');
        return null;
      });
      ports.queue.work(worker);
      await push(hint());
      await ports.queue.idle();
      await push(hint());
      await ports.queue.idle();
      expect(worker.runs).toHaveLength(2);
    });
  });

  describe('giving up', () => {
    const forbidden = () => {
      throw new ShowworkError('GITHUB_FORBIDDEN', 'HTTP 403');
    };

    test('is tried again where it fails, under the same reference id', async () => {
      const worker = createScriptedWorker(forbidden, times => {
        if (times < 3) throw new ShowworkError('GITHUB_UNAVAILABLE', 'HTTP 502');
        return null;
      });
      ports.queue.work(worker);
      await push(hint());
      await ports.queue.idle();
      await pass(5 * SECOND);
      await pass(10 * SECOND);
      await pass(24 * HOUR);
      expect(worker.givenUp).toHaveLength(3);
      expect(new Set(worker.givenUp.map(one => one.referenceId)).size).toBe(1);
      expect(worker.givenUp.map(one => one.code)).toEqual(Array(3).fill('GITHUB_FORBIDDEN'));
      expect(worker.runs).toHaveLength(1);
    });

    test('is handed back as often as it asks, which counts no attempt', async () => {
      const worker = createScriptedWorker(forbidden, times =>
        times <= 20 ? new Date(ports.now().getTime() + 2 * SECOND) : null,
      );
      ports.queue.work(worker);
      await push(hint());
      await ports.queue.idle();
      for (let look = 0; look < 30; look += 1) await pass(2 * SECOND);
      expect(worker.givenUp).toHaveLength(21);
      expect(worker.runs).toHaveLength(1);
    });

    test('goes on in the next process', async () => {
      const worker = createScriptedWorker(forbidden, () => {
        throw new ShowworkError('GITHUB_UNAVAILABLE', 'HTTP 502');
      });
      ports.queue.work(worker);
      await push(hint());
      await ports.queue.idle();
      ports = await ports.reopen();
      const next = createScriptedWorker();
      ports.queue.work(next);
      await pass(5 * SECOND);
      expect(next.runs).toEqual([]);
      expect(next.givenUp).toEqual(worker.givenUp);
    });

    test('is left where a newer request came', async () => {
      const worker = createScriptedWorker(
        (_key, run) => (run === 1 ? forbidden() : null),
        () => {
          throw new ShowworkError('GITHUB_UNAVAILABLE', 'HTTP 502');
        },
      );
      ports.queue.work(worker);
      await push(hint());
      await ports.queue.idle();
      await push(hint());
      await ports.queue.idle();
      await pass(24 * HOUR);
      expect(worker.runs).toHaveLength(2);
      expect(worker.givenUp).toHaveLength(1);
    });
  });

  describe('stopping', () => {
    test('lets running jobs end and starts no other', async () => {
      const gate = Promise.withResolvers<null>();
      const worker = createScriptedWorker(() => gate.promise);
      ports.queue.work(worker);
      await push(hint());
      await worker.started(1);
      const stopped = ports.queue.stop(new Date(ports.now().getTime() + 10 * SECOND));
      await push(branchHint(1));
      gate.resolve(null);
      await stopped;
      expect(worker.runs).toEqual([MAIN_KEY]);
      await expect(ports.queue.idle()).rejects.toThrow(/stopped/);

      ports = await ports.reopen();
      const next = createScriptedWorker();
      ports.queue.work(next);
      await ports.queue.idle();
      expect(next.runs).toEqual([targetKey(branchHint(1).target)]);
    });

    test('at once starts nothing', async () => {
      await push(hint());
      const worker = createScriptedWorker();
      ports.queue.work(worker);
      await ports.queue.stop(new Date(ports.now().getTime() + 10 * SECOND));
      ports = await ports.reopen();
      expect(worker.runs).toEqual([]);
      ports.queue.work(worker);
      await ports.queue.idle();
      expect(worker.runs).toEqual([MAIN_KEY]);
    });

    test('releases at the deadline what still runs, for the next process and without counting it', async () => {
      const hanging = createScriptedWorker(() => new Promise<null>(() => {}));
      await push(hint());
      for (let restart = 0; restart < 3; restart += 1) {
        const { queue } = ports;
        queue.work(hanging);
        await hanging.started(restart + 1);
        const stopped = queue.stop(new Date(ports.now().getTime() + 10 * SECOND));
        ports.advance(10 * SECOND);
        await stopped;
        ports = await ports.reopen();
      }
      const worker = createScriptedWorker((_key, run) => {
        if (run < 12) throw new ShowworkError('GITHUB_UNAVAILABLE', 'HTTP 502');
        return null;
      });
      ports.queue.work(worker);
      await ports.queue.idle();
      for (let hour = 0; hour < 12; hour += 1) await pass(HOUR);
      expect(worker.runs).toHaveLength(12);
      expect(worker.givenUp).toEqual([]);
    });

    test('a request that came while the learner was told of a failure is run by the next process', async () => {
      const telling = Promise.withResolvers<void>();
      const hanging = createScriptedWorker(
        () => {
          throw new ShowworkError('GITHUB_FORBIDDEN', 'HTTP 403');
        },
        () => {
          telling.resolve();
          return new Promise<null>(() => {});
        },
      );
      ports.queue.work(hanging);
      await push(hint());
      await telling.promise;
      await push(hint());
      const stopped = ports.queue.stop(new Date(ports.now().getTime() + 10 * SECOND));
      ports.advance(10 * SECOND);
      await stopped;

      ports = await ports.reopen();
      const next = createScriptedWorker();
      ports.queue.work(next);
      await ports.queue.idle();
      expect(next).toMatchObject({ runs: [MAIN_KEY], givenUp: [] });
    });
  });

  describe('forgetting', () => {
    test('takes the waiting jobs along, and a running one leaves nothing behind', async () => {
      ports = await open({ total: 1 });
      const gate = Promise.withResolvers<void>();
      const worker = createScriptedWorker(async key => {
        await gate.promise;
        if (key === MAIN_KEY) throw new ShowworkError('GITHUB_FORBIDDEN', 'HTTP 403');
        return null;
      });
      const elsewhere = branchHint(1);
      ports.queue.work(worker);
      await push(hint());
      await worker.started(1);
      await instruct('waits', sha(1));
      await push(elsewhere);
      await ports.store.forget(hint().target.repository.installationId, null);
      gate.resolve();
      await pass(24 * HOUR);
      expect(worker.runs).toEqual([MAIN_KEY, targetKey(elsewhere.target)]);
      expect(worker.givenUp).toEqual([]);
    });
  });
}
