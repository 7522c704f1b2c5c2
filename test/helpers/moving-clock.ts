import type { Clock } from '../../src/ports.ts';

/** Time that stands still until a test moves it. */
export interface MovingClock extends Clock {
  advance(milliseconds: number): void;
}

export function createMovingClock(start = new Date('2026-03-02T09:00:00Z')): MovingClock {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}
