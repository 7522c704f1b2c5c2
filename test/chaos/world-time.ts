import type { Clock } from '../../src/ports.ts';

/** The time of a run: the system's, and as much later as was let pass. */
export interface WorldTime extends Clock {
  /** Milliseconds by which it is ahead of the system. */
  readonly ahead: number;
  pass(ms: number): void;
}

export function createWorldTime(): WorldTime {
  let ahead = 0;
  return {
    get ahead() {
      return ahead;
    },
    now: () => new Date(Date.now() + ahead),
    pass(ms) {
      ahead += ms;
    },
  };
}
