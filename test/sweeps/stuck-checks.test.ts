import { afterEach, beforeEach, expect, test } from '@jest/globals';
import {
  CHECKS_PER_ROUND,
  STUCK_AFTER_MS,
  STUCK_AT_MOST_MS,
  stuckChecks,
} from '../../src/sweeps/stuck-checks.ts';
import { sha } from '../contracts/examples.ts';
import { createScriptedWorker } from '../contracts/scripted-worker.ts';
import { GO_ON, openSweeps, type SweepWorld } from './open-sweeps.ts';

let world: SweepWorld;
beforeEach(async () => {
  world = await openSweeps();
});
afterEach(() => world.cleanUp());

const sweep = () => stuckChecks.run(world.tools, GO_ON);
const intend = () => world.store.publications.intend(world.repository, sha(1), null);

test('a check run that was begun and not recorded has its commit asked for once more', async () => {
  await intend();
  world.advance(STUCK_AFTER_MS);
  expect(await sweep()).toBe(0);
  world.advance(1);
  expect(await sweep()).toBe(1);
  const worker = createScriptedWorker();
  world.store.queue.work(worker);
  await world.store.queue.idle();
  expect(worker.runs).toHaveLength(1);
});

test('it is asked for once, until somebody takes it up and is stuck again', async () => {
  const { publication } = await intend();
  world.advance(STUCK_AFTER_MS + 1);
  expect([await sweep(), await sweep()]).toEqual([1, 0]);
  await world.store.publications.claim(publication);
  expect(await sweep()).toBe(0);
  world.advance(STUCK_AFTER_MS + 1);
  expect(await sweep()).toBe(1);
});

test('one of a commit that is gone is let be after three days', async () => {
  await intend();
  world.advance(STUCK_AT_MOST_MS + 1);
  expect(await sweep()).toBe(0);
});

test('one that was recorded is left alone', async () => {
  const { publication } = await intend();
  await world.store.publications.record({ ...publication, checkRunId: 7, digest: 'd' });
  world.advance(STUCK_AFTER_MS + 1);
  expect(await sweep()).toBe(0);
});

test('many at once are asked for in parts', async () => {
  for (let each = 0; each <= CHECKS_PER_ROUND; each += 1) {
    const { publication } = await world.store.publications.intend(world.repository, sha(each + 1), null);
    expect(publication.checkRunId).toBeNull();
  }
  world.advance(STUCK_AFTER_MS + 1);
  expect(await sweep()).toBe(CHECKS_PER_ROUND);
});
