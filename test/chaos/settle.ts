/** After the storm: time passes until everything that can be done is done, the sweeps have looked, and that is done too. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Simulator } from '../simulator/simulator.ts';
import type { ChaosDatabase } from './database.ts';
import { metricValues } from './metric-values.ts';
import type { ServerSlot } from './servers.ts';
import { isAnythingReady, nextJobAt } from './store-questions.ts';
import type { WorldTime } from './world-time.ts';

export interface Settling {
  readonly simulator: Simulator;
  readonly servers: readonly ServerSlot[];
  readonly database: ChaosDatabase;
  readonly time: WorldTime;
}

const LOOK_EVERY_MS = 50;
/** For one wait of true time: generous, for a busy machine. */
const PATIENCE_MS = 180_000;
/**
 * Twelve attempts at a job and as many at telling of it, each with its own wait, a few for limits, and some sixty looks at
 * each commit that a process was at when it was killed with a clock twenty minutes ahead.
 */
const MOST_LEAPS = 1_000;
/** Heads are compared hourly, and everything else more often. */
const SWEEPS_MS = 70 * 60_000;
/** What the first rounds ask for again may fail once more. */
const SWEEPINGS = 2;

export async function settle(settling: Settling): Promise<void> {
  await workOff(settling);
  for (let round = 0; round < SWEEPINGS; round += 1) {
    await letSweep(settling);
    await workOff(settling);
  }
}

/** How many dead letters of each code the servers count; all read the same store. */
export async function countLetters(
  servers: readonly ServerSlot[],
): Promise<Readonly<Record<string, number>>> {
  const [server] = servers;
  return server === undefined ? {} : metricValues(server.url, 'showwork_dead_letters', 'code');
}

async function workOff({ servers, database, time }: Settling): Promise<void> {
  for (let leap = 0; leap < MOST_LEAPS; leap += 1) {
    await until(
      'the jobs that are ready are done',
      async () => !(await isAnythingReady(database, time.now())),
    );
    const next = await nextJobAt(database);
    if (next === null) return;
    await pass(servers, time, Math.max(+next - +time.now(), 0) + 1);
  }
  throw new Error(`There is still work after ${MOST_LEAPS} waits.`);
}

async function letSweep({ servers, time }: Settling): Promise<void> {
  const before = await countRounds(servers);
  await pass(servers, time, SWEEPS_MS);
  await until('redelivery and reconciliation have looked', async () => {
    const now = await countRounds(servers);
    return ['redelivery', 'reconciliation'].every(sweep => (now[sweep] ?? 0) > (before[sweep] ?? 0));
  });
}

/** Rounds of each sweep, in all processes. */
async function countRounds(servers: readonly ServerSlot[]): Promise<Readonly<Record<string, number>>> {
  const sum: Record<string, number> = {};
  for (const { url } of servers) {
    const rounds = await metricValues(url, 'showwork_sweep_rounds_total', 'sweep');
    for (const [sweep, count] of Object.entries(rounds)) sum[sweep] = (sum[sweep] ?? 0) + count;
  }
  return sum;
}

async function pass(servers: readonly ServerSlot[], time: WorldTime, ms: number): Promise<void> {
  time.pass(ms);
  for (const server of servers) await server.order({ kind: 'time-passes', ms });
}

async function until(what: string, look: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await look())) {
    if (performance.now() > deadline) throw new Error(`Waited in vain: ${what}.`);
    await wait(LOOK_EVERY_MS);
  }
}
