/** Calls back at a time; the queue's only timer. Tests bring one that follows their clock. */
import type { Clock, SetAlarm } from '../ports.ts';

export type { SetAlarm };

/** Node fires at once what is asked for later than this (nodejs.org/api/timers.html#settimeoutcallback-delay-args). */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

export function systemAlarm(clock: Clock): SetAlarm {
  return (at, ring) => {
    const delay = at.getTime() - clock.now().getTime();
    const timer = setTimeout(ring, Math.min(Math.max(delay, 0), LONGEST_DELAY_MS));
    return () => clearTimeout(timer);
  };
}
