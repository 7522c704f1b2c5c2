import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  FULL_ALLOWANCE,
  pauseWrites,
  takeWrite,
  WRITES_PER_HOUR,
  WRITES_PER_MINUTE,
} from '../../src/store/write-allowance.ts';
import { mostWithin } from '../helpers/most-within.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Times at which writes were allowed to a caller that asks after each of these pauses. */
function grantedTimes(pauses: Iterable<number>): number[] {
  const granted: number[] = [];
  let allowance = FULL_ALLOWANCE;
  let now = Date.UTC(2026, 0, 5);
  for (const pause of pauses) {
    now += pause;
    const taken = takeWrite(allowance, now);
    allowance = taken.allowance;
    if (taken.comeBackAt === null) granted.push(now);
  }
  return granted;
}

describe('takeWrite', () => {
  test('reaches the limits and never passes them when asked without rest', () => {
    const everyTenthOfASecond = Array<number>(3 * 36_000).fill(100);
    const granted = grantedTimes(everyTenthOfASecond);
    expect(mostWithin(granted, MINUTE)).toBe(WRITES_PER_MINUTE);
    expect(mostWithin(granted, HOUR)).toBe(WRITES_PER_HOUR);
  });

  test('never passes them in any window, however it is asked', () => {
    const pauses = fc.array(
      fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 5 * MINUTE })),
      {
        minLength: 600,
        maxLength: 1_500,
      },
    );
    fc.assert(
      fc.property(pauses, asked => {
        const granted = grantedTimes(asked);
        expect(mostWithin(granted, MINUTE)).toBeLessThanOrEqual(WRITES_PER_MINUTE);
        expect(mostWithin(granted, HOUR)).toBeLessThanOrEqual(WRITES_PER_HOUR);
      }),
      { numRuns: 100 },
    );
  });

  test('one who comes back when told is allowed, if nobody was faster', () => {
    const busy = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(busy, writes => {
        let allowance = FULL_ALLOWANCE;
        const now = Date.UTC(2026, 0, 5);
        for (let write = 0; write < writes; write += 1)
          allowance = takeWrite(allowance, now + write).allowance;
        const refused = takeWrite(allowance, now + writes);
        fc.pre(refused.comeBackAt !== null);
        expect(takeWrite(refused.allowance, refused.comeBackAt ?? 0).comeBackAt).toBeNull();
      }),
    );
  });

  test('all who were refused get through at their own times, without asking twice', () => {
    const now = Date.UTC(2026, 0, 5);
    let allowance = FULL_ALLOWANCE;
    const times: number[] = [];
    for (let caller = 0; caller < 150; caller += 1) {
      const taken = takeWrite(allowance, now);
      allowance = taken.allowance;
      if (taken.comeBackAt !== null) times.push(taken.comeBackAt);
    }
    expect(times).toHaveLength(130);
    const refusedAgain = times.filter(time => {
      const taken = takeWrite(allowance, time);
      allowance = taken.allowance;
      return taken.comeBackAt !== null;
    });
    // The hour's burst of 100 ends on the way: those behind it are told a later time once.
    expect(refusedAgain.length).toBeLessThanOrEqual(50);
  });

  test('spaces those who wait for a pause to end', () => {
    const now = Date.UTC(2026, 0, 5);
    const paused = pauseWrites(FULL_ALLOWANCE, now + MINUTE);
    const first = takeWrite(paused, now);
    const second = takeWrite(first.allowance, now);
    expect(first.comeBackAt).toBe(now + MINUTE);
    expect(second.comeBackAt).toBe(now + MINUTE + 1_000);
  });

  describe('in the background', () => {
    const now = Date.UTC(2026, 0, 5);
    /** So many background writes are asked for at one moment. */
    const introduceMany = (times: number) => {
      let allowance = FULL_ALLOWANCE;
      const comeBack: number[] = [];
      for (let write = 0; write < times; write += 1) {
        const taken = takeWrite(allowance, now, 'background');
        allowance = taken.allowance;
        if (taken.comeBackAt !== null) comeBack.push(taken.comeBackAt);
      }
      return { allowance, comeBack };
    };

    test('leaves half of the burst to people, who need not stand in its line', () => {
      const { allowance: busy, comeBack } = introduceMany(300);
      expect(comeBack).toHaveLength(290);
      let allowance = busy;
      for (let write = 0; write < 10; write += 1) {
        const taken = takeWrite(allowance, now);
        expect(taken.comeBackAt).toBeNull();
        allowance = taken.allowance;
      }
      expect(takeWrite(allowance, now).comeBackAt).toBe(now + 1_000);
    });

    test('has its own times to come back at, each another', () => {
      const { comeBack } = introduceMany(300);
      expect(new Set(comeBack).size).toBe(290);
    });

    test('gets through at its own times where people leave room', () => {
      const { allowance: busy, comeBack } = introduceMany(40);
      let allowance = busy;
      for (const time of comeBack) {
        const taken = takeWrite(allowance, time, 'background');
        expect(taken.comeBackAt).toBeNull();
        allowance = taken.allowance;
      }
    });

    test('keeps to the same limits together with people', () => {
      const mixed = fc.array(
        fc.record({ pause: fc.integer({ min: 0, max: 2_000 }), background: fc.boolean() }),
        { minLength: 600, maxLength: 1_500 },
      );
      fc.assert(
        fc.property(mixed, asked => {
          let allowance = FULL_ALLOWANCE;
          let at = now;
          const granted: number[] = [];
          for (const { pause, background } of asked) {
            at += pause;
            const taken = takeWrite(allowance, at, background ? 'background' : 'prompt');
            allowance = taken.allowance;
            if (taken.comeBackAt === null) granted.push(at);
          }
          expect(mostWithin(granted, MINUTE)).toBeLessThanOrEqual(WRITES_PER_MINUTE);
          expect(mostWithin(granted, HOUR)).toBeLessThanOrEqual(WRITES_PER_HOUR);
        }),
        { numRuns: 50 },
      );
    });
  });
});
