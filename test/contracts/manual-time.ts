import type { SetAlarm } from '../../src/store/alarm.ts';
import { createMovingClock, type MovingClock } from '../helpers/moving-clock.ts';

/** A clock that stands still until it is moved, and alarms that follow it. */
export interface ManualTime extends MovingClock {
  readonly setAlarm: SetAlarm;
}

/** Moving it rings what is due, earliest first. */
export function createManualTime(start?: Date): ManualTime {
  const clock = createMovingClock(start);
  let alarms: { readonly at: Date; readonly ring: () => void }[] = [];
  return {
    now: clock.now,
    setAlarm: (at, ring) => {
      const alarm = { at, ring };
      alarms.push(alarm);
      const callOff = () => {
        alarms = alarms.filter(other => other !== alarm);
      };
      const ringIfDue = () => {
        if (!alarms.includes(alarm) || at > clock.now()) return;
        callOff();
        ring();
      };
      queueMicrotask(ringIfDue);
      return callOff;
    },
    advance: milliseconds => {
      clock.advance(milliseconds);
      const due = alarms.filter(alarm => alarm.at <= clock.now());
      alarms = alarms.filter(alarm => alarm.at > clock.now());
      for (const alarm of due.sort((a, b) => a.at.getTime() - b.at.getTime())) alarm.ring();
    },
  };
}
