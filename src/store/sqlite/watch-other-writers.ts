import { sql } from 'kysely';
import type { Clock } from '../../ports.ts';
import type { SetAlarm } from '../alarm.ts';
import type { Database } from '../tables.ts';

/** How long an operator's command beside the server may wait to be noticed. A look costs microseconds. */
const LOOK_EVERY_MS = 2_000;

export interface WatchParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly setAlarm: SetAlarm;
}

/**
 * Calls back when another process has written to the database, such as `showwork deliveries retry`: the queue is woken by
 * its own writes only. Answers how to stop.
 */
export function watchOtherWriters({ db, clock, setAlarm }: WatchParts, changed: () => void): () => void {
  let callOff = () => {};
  let stopped = false;
  let seen: number | null = null;

  async function look(): Promise<void> {
    const version = await readVersion(db);
    if (stopped) return;
    if (seen !== null && version !== null && version !== seen) changed();
    seen = version ?? seen;
    callOff = setAlarm(new Date(clock.now().getTime() + LOOK_EVERY_MS), look);
  }
  void look();

  return () => {
    stopped = true;
    callOff();
  };
}

/** Differs where another connection wrote (sqlite.org/pragma.html#pragma_data_version); null where it cannot be read now. */
async function readVersion(db: Database): Promise<number | null> {
  try {
    const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db);
    return rows[0]?.data_version ?? null;
  } catch {
    return null;
  }
}
