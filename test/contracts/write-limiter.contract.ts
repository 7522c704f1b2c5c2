import { beforeEach, describe, expect, test } from '@jest/globals';
import { WRITES_PER_MINUTE } from '../../src/store/write-allowance.ts';
import { SUSPENSION_LOOK_MS } from '../../src/store/write-limiter.ts';
import { delivery, hint, REPOSITORY } from './examples.ts';
import type { OpenPorts, StorePorts } from './store-ports.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export function writeLimiterContract(open: OpenPorts): void {
  const { installationId } = REPOSITORY;
  let ports: StorePorts;
  beforeEach(async () => {
    ports = await open();
  });
  /** Writes whenever it is allowed to, for so long; answers how often. */
  const writeFor = async (milliseconds: number) => {
    const end = ports.now().getTime() + milliseconds;
    let writes = 0;
    while (ports.now().getTime() < end) {
      const comeBackAt = await ports.limiter.take(installationId);
      if (comeBackAt === null) writes += 1;
      else ports.advance(comeBackAt.getTime() - ports.now().getTime());
    }
    return writes;
  };

  describe('take', () => {
    test('allows a burst, then never more than GitHub does in a minute', async () => {
      const writes = await writeFor(MINUTE);
      expect(writes).toBeLessThanOrEqual(WRITES_PER_MINUTE);
      expect(writes).toBeGreaterThan(WRITES_PER_MINUTE * 0.9);
    });

    test('sends those who wait back at different times, all in the future', async () => {
      while ((await ports.limiter.take(installationId)) === null);
      const times: number[] = [];
      for (let caller = 0; caller < 10; caller += 1) {
        const comeBackAt = await ports.limiter.take(installationId);
        times.push(comeBackAt?.getTime() ?? 0);
      }
      expect(Math.min(...times)).toBeGreaterThan(ports.now().getTime());
      expect(new Set(times).size).toBe(10);
    });

    test('keeps room for people while the background writes, also in the next process', async () => {
      while ((await ports.limiter.take(installationId, 'background')) === null);
      const first = await ports.limiter.take(installationId, 'background');
      ports = await ports.reopen();
      const second = await ports.limiter.take(installationId, 'background');
      expect(second?.getTime()).toBeGreaterThan(first?.getTime() ?? Number.POSITIVE_INFINITY);
      expect(await ports.limiter.take(installationId)).toBeNull();
    });

    test('limits each installation by itself', async () => {
      while ((await ports.limiter.take(installationId)) === null);
      expect(await ports.limiter.take(installationId + 1)).toBeNull();
    });

    test('remembers across a restart', async () => {
      while ((await ports.limiter.take(installationId)) === null);
      const after = await ports.reopen();
      expect(await after.limiter.take(installationId)).not.toBeNull();
    });
  });

  describe('pause', () => {
    test('holds until its end and is made longer, never shorter', async () => {
      const end = new Date(ports.now().getTime() + MINUTE);
      expect(await ports.limiter.pausedUntil(installationId)).toBeNull();
      await ports.limiter.pause(installationId, end);
      await ports.limiter.pause(installationId, new Date(end.getTime() - 30_000));
      expect(await ports.limiter.pausedUntil(installationId)).toEqual(end);
      expect(await ports.limiter.take(installationId)).toEqual(end);
      ports.advance(MINUTE - 1);
      expect(await ports.limiter.take(installationId)).not.toBeNull();
      expect(await ports.limiter.pausedUntil(installationId)).toEqual(end);
      ports.advance(1);
      expect(await ports.limiter.pausedUntil(installationId)).toBeNull();
      expect(await ports.limiter.take(installationId)).toBeNull();
    });

    test('is of one installation and outlives the process', async () => {
      const end = new Date(ports.now().getTime() + MINUTE);
      await ports.limiter.pause(installationId, end);
      expect(await ports.limiter.pausedUntil(installationId + 1)).toBeNull();
      const after = await ports.reopen();
      expect(await after.limiter.pausedUntil(installationId)).toEqual(end);
    });
  });

  describe('suspension', () => {
    const tell = (suspended: boolean, observedAt: number) =>
      ports.store.accept(delivery({ suspension: { installationId, suspended, observedAt } }));
    const isSuspended = async () => (await ports.limiter.pausedUntil(installationId)) !== null;

    test('holds until GitHub says that it is over, also in the next process', async () => {
      await tell(true, 1_000);
      ports.advance(30 * DAY);
      ports = await ports.reopen();
      const lookAgainAt = new Date(ports.now().getTime() + SUSPENSION_LOOK_MS);
      expect(await ports.limiter.pausedUntil(installationId)).toEqual(lookAgainAt);
      expect(await ports.limiter.take(installationId)).toEqual(lookAgainAt);
      await tell(false, 2_000);
      expect(await ports.limiter.pausedUntil(installationId)).toBeNull();
      expect(await ports.limiter.take(installationId)).toBeNull();
    });

    test('is of one installation', async () => {
      await tell(true, 1_000);
      expect(await ports.limiter.pausedUntil(installationId + 1)).toBeNull();
    });

    test('is not shortened by a pause, and a pause outlasts it', async () => {
      const end = new Date(ports.now().getTime() + MINUTE);
      await tell(true, 1_000);
      await ports.limiter.pause(installationId, end);
      expect((await ports.limiter.pausedUntil(installationId))?.getTime()).toBeGreaterThan(end.getTime());
      await tell(false, 2_000);
      expect(await ports.limiter.pausedUntil(installationId)).toEqual(end);
      expect(await ports.limiter.take(installationId)).toEqual(end);
    });

    test('follows the newest word, in whatever order they arrive', async () => {
      await tell(false, 2_000);
      await tell(true, 1_999);
      expect(await isSuspended()).toBe(false);
      await tell(true, 2_001);
      await tell(false, 2_000);
      expect(await isSuspended()).toBe(true);
    });

    test('is over where two words of the same second disagree, in either order', async () => {
      await tell(true, 1_000);
      await tell(false, 1_000);
      expect(await isSuspended()).toBe(false);
      await tell(true, 1_000);
      expect(await isSuspended()).toBe(false);
    });

    test('is over where GitHub tells of a later push: it tells suspended apps nothing', async () => {
      await tell(true, 1_000);
      await ports.store.accept(delivery({ hints: [hint({ observedAt: 1_000 })] }));
      expect(await isSuspended()).toBe(true);
      await ports.store.accept(delivery({ hints: [hint({ observedAt: 1_001 })] }));
      expect(await isSuspended()).toBe(false);
    });

    test('of a removed installation is not kept', async () => {
      await ports.store.forget(installationId, null);
      await tell(true, 1_000);
      expect(await isSuspended()).toBe(false);
    });
  });

  test('keeps nothing for a removed installation', async () => {
    await ports.limiter.pause(installationId, new Date(ports.now().getTime() + MINUTE));
    await ports.store.forget(installationId, null);
    await ports.limiter.pause(installationId, new Date(ports.now().getTime() + MINUTE));
    expect(await ports.limiter.pausedUntil(installationId)).toBeNull();
    expect(await ports.limiter.take(installationId)).toBeNull();
  });
}
