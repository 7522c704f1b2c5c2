import { describe, expect, test } from '@jest/globals';
import { INTENT_MS, LOOK_AGAIN_MS, whenToLookAgain } from '../../src/workflow/publishing/under-way.ts';

const NOW = 1_800_000_000_000;
const MINUTE_MS = 60_000;

/** At which times an intent is looked at that somebody made at `intendedAt` and never came back to. */
function looks(intendedAt: number): number[] {
  const times: number[] = [];
  let next: Date | null = new Date(NOW);
  while (next !== null) {
    times.push(+next);
    next = whenToLookAgain({ answered: false, intendedAt: new Date(intendedAt) }, +next);
  }
  return times;
}

describe('an intent that may be under way', () => {
  test('is looked at every two seconds until nobody can be on it any more', () => {
    const times = looks(NOW);
    expect(times).toHaveLength(INTENT_MS / LOOK_AGAIN_MS + 1);
    expect(times[1]).toBe(NOW + LOOK_AGAIN_MS);
    expect(times.at(-1)).toBe(NOW + INTENT_MS);
  });

  test('is free at once where it is answered, or old', () => {
    expect(whenToLookAgain({ answered: true, intendedAt: new Date(NOW) }, NOW)).toBeNull();
    expect(looks(NOW - INTENT_MS)).toEqual([NOW]);
    expect(looks(NOW - INTENT_MS + 1)).toEqual([NOW, NOW + 1]);
  });

  test('is looked at seldom where a clock that was ahead made it, for as long as that is to come', () => {
    const times = looks(NOW + 20 * MINUTE_MS);
    expect(times.length).toBeLessThan(100);
    expect(times.at(-1)).toBe(NOW + 20 * MINUTE_MS + INTENT_MS);
  });
});
