import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { FIRST_ROUND_MS, JITTER, type RunningSweeps, startSweeps } from '../../src/sweeps/run-sweeps.ts';
import type { Sweep } from '../../src/sweeps/sweep.ts';
import { type CollectingObserver, createCollectingObserver } from '../helpers/collecting-observer.ts';
import { openSweeps, type SweepWorld } from './open-sweeps.ts';

const HOUR_MS = 3_600_000;

let world: SweepWorld;
let observer: CollectingObserver;
let running: RunningSweeps | null;
let rounds: AbortSignal[];
let round: () => Promise<number>;

beforeEach(async () => {
  world = await openSweeps();
  observer = createCollectingObserver();
  running = null;
  rounds = [];
  round = async () => 0;
});
afterEach(async () => {
  await running?.stop(world.tools.clock.now());
  await world.cleanUp();
});

const HOURLY: Sweep = {
  name: 'hourly',
  everyMs: HOUR_MS,
  run(_, signal) {
    rounds.push(signal);
    return round();
  },
};

/** `random` 0 is the earliest of every time. */
function start({ holds = true, random = 0 }: { holds?: boolean; random?: number } = {}): string[] {
  const asked: string[] = [];
  running = startSweeps({
    sweeps: [HOURLY],
    tools: world.tools,
    turns: {
      async tryHold(name, ttlMs) {
        asked.push(`${name} ${ttlMs}`);
        return holds;
      },
    },
    setAlarm: world.store.time.setAlarm,
    observer,
    random: () => random,
  });
  return asked;
}

/** Moves the clock, and lets what is due come to rest: nothing in these rounds waits for more than promises. */
async function advance(milliseconds: number): Promise<void> {
  world.advance(milliseconds);
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

test('the first round comes some time after the start, the next ones in their time', async () => {
  start();
  await advance(FIRST_ROUND_MS.earliest - 1);
  expect(rounds).toHaveLength(0);
  await advance(1);
  expect(rounds).toHaveLength(1);
  await advance(HOUR_MS * (1 - JITTER) - 1);
  expect(rounds).toHaveLength(1);
  await advance(1);
  expect(rounds).toHaveLength(2);
});

test('rounds are spread', async () => {
  start({ random: 0.5 });
  await advance((FIRST_ROUND_MS.earliest + FIRST_ROUND_MS.latest) / 2);
  expect(rounds).toHaveLength(1);
  await advance(HOUR_MS - 1);
  expect(rounds).toHaveLength(1);
  await advance(1);
  expect(rounds).toHaveLength(2);
});

test('a round is left to the process that holds it, for longer than until the next', async () => {
  const asked = start({ holds: false });
  await advance(FIRST_ROUND_MS.latest);
  await advance(HOUR_MS);
  expect(rounds).toHaveLength(0);
  expect(asked).toEqual([`hourly ${2 * HOUR_MS}`, `hourly ${2 * HOUR_MS}`]);
  expect(observer.rounds).toEqual([]);
});

test('one that fails is logged, counted, and tried again in its time', async () => {
  round = () => Promise.reject(new Error('no database'));
  start();
  await advance(FIRST_ROUND_MS.latest);
  round = async () => 3;
  await advance(HOUR_MS);
  expect(observer.rounds).toEqual(['hourly failed 0', 'hourly done 3']);
  expect(world.logger.lines).toContainEqual({
    level: 'warn',
    message: 'a sweep failed, and is tried again',
    fields: { sweep: 'hourly', code: 'INTERNAL', detail: expect.stringContaining('no database') },
  });
});

test('no round starts while one runs', async () => {
  const first = Promise.withResolvers<number>();
  round = () => first.promise;
  start();
  await advance(FIRST_ROUND_MS.latest);
  await advance(10 * HOUR_MS);
  expect(rounds).toHaveLength(1);
  first.resolve(0);
});

test('stopping asks the running round to end, waits for it, and starts no other', async () => {
  const first = Promise.withResolvers<number>();
  round = () => first.promise;
  start();
  await advance(FIRST_ROUND_MS.latest);
  let stopped = false;
  const stopping = running?.stop(new Date(+world.tools.clock.now() + HOUR_MS)).then(() => {
    stopped = true;
  });
  await advance(0);
  expect(rounds[0]?.aborted).toBe(true);
  expect(stopped).toBe(false);
  first.resolve(0);
  await stopping;
  await advance(10 * HOUR_MS);
  expect(rounds).toHaveLength(1);
});

test('stopping waits no longer than it may', async () => {
  round = () => new Promise(() => {});
  start();
  await advance(FIRST_ROUND_MS.latest);
  const stopping = running?.stop(new Date(+world.tools.clock.now() + 8_000));
  await advance(8_000);
  await stopping;
  running = null;
});
