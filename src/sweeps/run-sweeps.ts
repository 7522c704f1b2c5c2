/** The loops: each sweep by one process at a time, now and then, until it is stopped. */
import { asShowworkError } from '../errors.ts';
import type { Leases, Observer, SetAlarm } from '../ports.ts';
import type { Sweep, SweepTools } from './sweep.ts';

/** Who among several processes does something. */
export type Turns = Pick<Leases, 'tryHold'>;

export interface SweepRunnerOptions {
  readonly sweeps: readonly Sweep[];
  readonly tools: SweepTools;
  readonly turns: Turns;
  readonly setAlarm: SetAlarm;
  readonly observer: Pick<Observer, 'swept'>;
  /** From 0 to below 1; spreads the rounds of many deployments. */
  readonly random: () => number;
}

/** A process that starts has other things to do first. Milliseconds. */
export const FIRST_ROUND_MS = { earliest: 30_000, latest: 60_000 };
/** A round comes up to so much of its time earlier or later. */
export const JITTER = 0.1;
/** A holder that died is followed after so many of a sweep's times, and never before `SHORTEST_TURN_MS`. */
const TURN_TIMES = 2;
const SHORTEST_TURN_MS = 5 * 60_000;

export interface RunningSweeps {
  /** Starts no more rounds; what runs is asked to end and gets until the deadline. */
  stop(deadline: Date): Promise<void>;
}

export function startSweeps(options: SweepRunnerOptions): RunningSweeps {
  const { sweeps, tools, setAlarm, random } = options;
  const { clock } = tools;
  const stopping = new AbortController();
  const alarms = new Map<Sweep, () => void>();
  const rounds = new Set<Promise<void>>();

  function plan(sweep: Sweep, inMs: number): void {
    if (stopping.signal.aborted) return;
    alarms.set(
      sweep,
      setAlarm(new Date(+clock.now() + inMs), () => begin(sweep)),
    );
  }

  function begin(sweep: Sweep): void {
    const round = runRound(options, sweep, stopping.signal).then(() => {
      rounds.delete(round);
      plan(sweep, sweep.everyMs * (1 - JITTER + 2 * JITTER * random()));
    });
    rounds.add(round);
  }

  const { earliest, latest } = FIRST_ROUND_MS;
  for (const sweep of sweeps) plan(sweep, earliest + (latest - earliest) * random());

  return {
    async stop(deadline) {
      stopping.abort();
      for (const callOff of alarms.values()) callOff();
      const timeUp = Promise.withResolvers<void>();
      const callOffDeadline = setAlarm(deadline, timeUp.resolve);
      await Promise.race([Promise.all(rounds), timeUp.promise]);
      callOffDeadline();
    },
  };
}

/** Never rejects. */
async function runRound(
  { turns, tools, observer }: SweepRunnerOptions,
  sweep: Sweep,
  signal: AbortSignal,
): Promise<void> {
  const { name, everyMs } = sweep;
  try {
    const ttlMs = Math.max(SHORTEST_TURN_MS, TURN_TIMES * everyMs);
    if (!(await turns.tryHold(name, ttlMs))) return;
    const found = await sweep.run(tools, signal);
    observer.swept(name, { result: 'done', found });
    if (found > 0) tools.logger.info({ sweep: name, found }, 'sweep done');
  } catch (thrown) {
    if (signal.aborted) return;
    observer.swept(name, { result: 'failed', found: 0 });
    const { code, message } = asShowworkError(thrown);
    tools.logger.warn({ sweep: name, code, detail: message }, 'a sweep failed, and is tried again');
  }
}
