/** Who comes first, and who waits: for others, or because GitHub suspended them. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { ShowworkError } from '../../src/errors.ts';
import { targetKey } from '../../src/jobs.ts';
import { delivery, hint, introduce, repository } from './examples.ts';
import { createScriptedWorker, type Script } from './scripted-worker.ts';
import type { OpenPorts, StorePorts } from './store-ports.ts';

const MINUTE = 60_000;
/** Repositories of an account that installs the app on all of them. */
const MANY = 50;

/** A repository of an installation, both told by a number. */
function numbered(installation: number, index = 0) {
  return repository({
    installationId: 71_000_100 + installation,
    repositoryId: 82_000_000 + installation * 1_000 + index,
  });
}

const push = (installation: number, index = 0) => hint({ repository: numbered(installation, index) });
const keyOf = (installation: number, index = 0) => targetKey(push(installation, index).target);

/** A worker whose runs end when they are told to: on a database over a network nothing else orders them. */
function createGatedWorker() {
  const gates = new Map<string, PromiseWithResolvers<null>>();
  const worker = createScriptedWorker(key => {
    const gate = Promise.withResolvers<null>();
    gates.set(key, gate);
    return gate.promise;
  });
  return { worker, end: (key: string) => gates.get(key)?.resolve(null) };
}

export function queueFairnessContract(open: OpenPorts): void {
  let ports: StorePorts;
  beforeEach(async () => {
    ports = await open();
  });
  const accept = (...hints: ReturnType<typeof hint>[]) => ports.store.accept(delivery({ hints }));
  /** The app is installed on so many repositories of an account at once. */
  const install = (installation: number, repositories: number) => {
    const instructions = Array.from({ length: repositories }, (_, index) =>
      introduce(numbered(installation, index)),
    );
    return ports.store.accept(delivery({ id: `install-${installation}`, instructions }));
  };
  /** Runs everything that is ready. Answers the keys in the order in which they started. */
  const runAll = async (script?: Script) => {
    const worker = createScriptedWorker(script);
    ports.queue.work(worker);
    await ports.queue.idle();
    return worker.runs;
  };

  describe('of many installations', () => {
    test('none waits for the backlog of another', async () => {
      ports = await open({ total: 2, perInstallation: 2 });
      await accept(...Array.from({ length: 6 }, (_, index) => push(1, index)));
      await accept(push(2), push(3));
      const { worker, end } = createGatedWorker();
      ports.queue.work(worker);
      // Two places: whoever has the fewest running is served, and of those the one that waits for longest.
      await worker.started(2);
      end(keyOf(1, 0));
      await worker.started(3);
      end(keyOf(2));
      await worker.started(4);
      expect(worker.runs).toEqual([keyOf(1, 0), keyOf(2), keyOf(1, 1), keyOf(3)]);
    });

    test('one that comes late is next, before the backlogs that keep every place taken', async () => {
      ports = await open({ total: 4, perInstallation: 2 });
      const { worker, end } = createGatedWorker();
      for (const installation of [1, 2]) {
        await accept(...Array.from({ length: 5 }, (_, index) => push(installation, index)));
      }
      ports.queue.work(worker);
      await worker.started(4);
      await accept(push(3));
      end(keyOf(1, 0));
      await worker.started(5);
      expect(worker.runs[4]).toBe(keyOf(3));
    });

    test('the longest ready job of one goes first', async () => {
      ports = await open({ total: 1 });
      for (const index of [3, 1, 2]) {
        await accept(push(1, index));
        ports.advance(1);
      }
      expect(await runAll()).toEqual([keyOf(1, 3), keyOf(1, 1), keyOf(1, 2)]);
    });
  });

  describe('an introduction', () => {
    test('of many repositories lets what people wait for go first, of whomever', async () => {
      ports = await open({ total: 1 });
      await install(1, MANY);
      ports.advance(MINUTE);
      await accept(push(1, 7), push(2));
      const runs = await runAll();
      expect(runs).toHaveLength(MANY + 2);
      expect(runs.slice(0, 3)).toEqual([keyOf(1, 7), keyOf(2), 'install-1#0']);
    });

    test('takes turns with those of other installations', async () => {
      ports = await open({ total: 2 });
      await install(1, MANY);
      await install(2, 1);
      const runs = await runAll();
      expect(runs.slice(0, 2)).toEqual(['install-1#0', 'install-2#0']);
    });
  });

  describe('a suspended installation', () => {
    const tell = (suspended: boolean, observedAt: number) =>
      ports.store.accept(
        delivery({ suspension: { installationId: numbered(1).installationId, suspended, observedAt } }),
      );
    /** What the workflow does with a job before it asks GitHub for anything. */
    const unlessPaused: Script = key =>
      ports.limiter.pausedUntil(numbered(key === keyOf(2) ? 2 : 1).installationId);

    test('has its jobs handed back, and they run at once when it is suspended no more', async () => {
      await tell(true, 1_000);
      const worker = createScriptedWorker(unlessPaused);
      ports.queue.work(worker);
      await accept(push(1, 0), push(2));
      await ports.queue.idle();
      ports.advance(60 * MINUTE);
      await ports.queue.idle();
      expect([...worker.runs].sort()).toEqual([keyOf(1, 0), keyOf(2)].sort());
      await tell(false, 2_000);
      await ports.queue.idle();
      expect(worker.runs.slice(2)).toEqual([keyOf(1, 0)]);
      ports.advance(60 * 24 * MINUTE);
      await ports.queue.idle();
      expect(worker.runs).toHaveLength(3);
    });

    test('has no attempt of a job counted, however long it lasts', async () => {
      await tell(true, 1_000);
      let suspended = true;
      const worker = createScriptedWorker(async key => {
        const until = await unlessPaused(key, 0);
        if (until !== null) return until;
        suspended = false;
        throw new ShowworkError('REVIEW_TIMED_OUT', 'given up the second time');
      });
      ports.queue.work(worker);
      await accept(push(1));
      for (let day = 0; day < 20; day += 1) {
        await ports.queue.idle();
        ports.advance(24 * 60 * MINUTE);
      }
      expect(worker.runs.length).toBeGreaterThan(12);
      await tell(false, 2_000);
      await ports.queue.idle();
      expect(suspended).toBe(false);
      expect(worker.givenUp).toEqual([]);
    });

    test('that is let go while a job is being handed back does not keep that job', async () => {
      await tell(true, 1_000);
      const asked = Promise.withResolvers<void>();
      const letGo = Promise.withResolvers<void>();
      const worker = createScriptedWorker(async key => {
        const until = await unlessPaused(key, 0);
        asked.resolve();
        await letGo.promise;
        return until;
      });
      ports.queue.work(worker);
      await accept(push(1));
      await asked.promise;
      await tell(false, 2_000);
      letGo.resolve();
      await ports.queue.idle();
      expect(worker.runs).toEqual([keyOf(1), keyOf(1)]);
    });

    test('is not let go by an older word', async () => {
      await tell(true, 2_000);
      const worker = createScriptedWorker(unlessPaused);
      ports.queue.work(worker);
      await accept(push(1));
      await ports.queue.idle();
      await tell(false, 1_999);
      await ports.queue.idle();
      expect(worker.runs).toEqual([keyOf(1)]);
    });
  });
}
