import type { Clock } from '../../src/ports.ts';

/** The system's time, and as much later as a test says: timers run as ever, and nobody has to wait for them. */
export interface ShiftedClock extends Clock {
  advance(milliseconds: number): void;
}

export function createShiftedClock(): ShiftedClock {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    advance(milliseconds) {
      ahead += milliseconds;
    },
  };
}
