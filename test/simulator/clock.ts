/** The one thing the simulator asks of time; the same shape as the app's own `Clock` port. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Starts at `start` and is one second later at each look, so that equal runs give equal records and commit ids. */
export function steppingClock(start = new Date('2026-01-05T09:00:00Z')): Clock {
  let next = start.getTime();
  return {
    now() {
      const instant = new Date(next);
      next += 1000;
      return instant;
    },
  };
}

/** GitHub writes instants without milliseconds. */
export function instant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
