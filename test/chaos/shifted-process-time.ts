/** The time of a process of its own, for everything in it. */
import type { SetAlarm } from '../../src/ports.ts';
import { systemAlarm } from '../../src/store/alarm.ts';

/** Milliseconds by which the process is ahead of the system; may be changed at any time. */
export interface ProcessTime {
  ahead: number;
}

/** From now on `new Date()` and `Date.now()` of this process are ahead of the system's. */
export function shiftDate(ahead: number): ProcessTime {
  const time = { ahead };
  const now = Date.now;
  globalThis.Date = new Proxy(Date, {
    construct: (target, parameters, made) =>
      Reflect.construct(target, parameters.length === 0 ? [now() + time.ahead] : parameters, made),
    get: (target, name) => (name === 'now' ? () => now() + time.ahead : Reflect.get(target, name)),
  });
  return time;
}

export interface WorldAlarm {
  readonly setAlarm: SetAlarm;
  /** The clock has moved: rings what is over, and waits for the rest by the new time. */
  lookAgain(): void;
}

/** Alarms of the system that can be brought forward. */
export function createWorldAlarm(): WorldAlarm {
  const waiting = new Set<{ readonly at: Date; readonly ring: () => void; callOff: () => void }>();
  const setSystemAlarm = systemAlarm({ now: () => new Date() });
  return {
    setAlarm(at, ring) {
      const ringOnce = () => {
        waiting.delete(alarm);
        ring();
      };
      const alarm = { at, ring: ringOnce, callOff: setSystemAlarm(at, ringOnce) };
      waiting.add(alarm);
      return () => {
        alarm.callOff();
        waiting.delete(alarm);
      };
    },
    lookAgain() {
      for (const alarm of waiting) {
        alarm.callOff();
        alarm.callOff = setSystemAlarm(alarm.at, alarm.ring);
      }
    },
  };
}
