import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ShowworkError } from '../../src/errors.ts';
import {
  LONGEST_WAIT_MS,
  LOOK_BACK_MS,
  REDELIVERIES_PER_ROUND,
  REDELIVERY_EVERY_MS,
  REDELIVERY_WINDOW_MS,
  redelivery,
} from '../../src/sweeps/redelivery.ts';
import type { FakeGitHubApp } from '../helpers/fake-github-app.ts';
import { GO_ON, openSweeps, type SweepWorld } from './open-sweeps.ts';

let world: SweepWorld;
let github: FakeGitHubApp;
beforeEach(async () => {
  world = await openSweeps();
  github = world.fakeApp;
});
afterEach(() => world.cleanUp());

const sweep = () => redelivery.run(world.tools, GO_ON);
/** So long ago. */
const ago = (milliseconds: number) => new Date(+world.store.time.now() - milliseconds);

describe('what failed', () => {
  test('is asked for again, and not once more when it has arrived', async () => {
    const guid = github.attempt({ arrived: false });
    github.setReachable(true);
    expect(await sweep()).toBe(1);
    world.advance(REDELIVERY_EVERY_MS);
    expect(await sweep()).toBe(0);
    expect(github.redelivered).toEqual([guid]);
  });

  test('is asked for once in a round, by its newest attempt, however often it failed', async () => {
    const guid = github.attempt({ arrived: false });
    github.attempt({ arrived: false, guid });
    github.attempt({ arrived: false, guid });
    expect(await sweep()).toBe(1);
    expect(github.redelivered).toEqual([guid]);
  });

  test.each(['before', 'after'])('is left alone where another attempt arrived %s it', async order => {
    const guid = github.attempt({ arrived: order === 'before' });
    github.attempt({ arrived: order === 'after', guid });
    expect(await sweep()).toBe(0);
    expect(github.redelivered).toEqual([]);
  });

  test('again is tried after 5, 10, 20 … minutes, and at least every six hours', async () => {
    github.attempt({ arrived: false });
    const times: number[] = [];
    const start = +world.store.time.now();
    while (+world.store.time.now() - start < REDELIVERY_WINDOW_MS) {
      if ((await sweep()) === 1) times.push(+world.store.time.now() - start);
      world.advance(REDELIVERY_EVERY_MS);
    }
    const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    const minutes = waits.map(wait => wait / 60_000);
    expect(minutes.slice(0, 8)).toEqual([5, 10, 20, 40, 80, 160, 320, 360]);
    expect(Math.max(...waits)).toBe(LONGEST_WAIT_MS);
  });

  test('is given up where it is too old to be delivered', async () => {
    const lastMoment = github.attempt({ arrived: false, at: ago(REDELIVERY_WINDOW_MS) });
    github.attempt({ arrived: false, at: ago(REDELIVERY_WINDOW_MS + 1) });
    expect(await sweep()).toBe(1);
    for (let round = 0; round < 10; round += 1) {
      world.advance(REDELIVERY_EVERY_MS);
      await sweep();
    }
    expect(github.redelivered).toEqual([lastMoment]);
  });

  test('keeps nothing else waiting where GitHub refuses to deliver it again', async () => {
    github.attempt({ arrived: false });
    const other = github.attempt({ arrived: false });
    github.failNext(new ShowworkError('GITHUB_REJECTED', 'no'));
    expect(await sweep()).toBe(1);
    expect(github.redelivered).toEqual([other]);
    expect(await world.store.failedDeliveries.due(10)).toEqual([]);
  });

  test('is kept in mind where GitHub does not answer, whatever is delivered since', async () => {
    const guid = github.attempt({ arrived: false });
    github.failNext(new ShowworkError('GITHUB_UNAVAILABLE', 'HTTP 502'));
    await expect(sweep()).rejects.toMatchObject({ code: 'GITHUB_UNAVAILABLE' });
    world.advance(24 * 3_600_000);
    github.attempt({ arrived: true });
    expect(await sweep()).toBe(1);
    expect(github.redelivered).toEqual([guid]);
  });

  test('at once is asked for in parts', async () => {
    for (let each = 0; each <= REDELIVERIES_PER_ROUND; each += 1) github.attempt({ arrived: false });
    expect(await sweep()).toBe(REDELIVERIES_PER_ROUND);
    expect(await sweep()).toBe(1);
  });
});

describe('a look', () => {
  test('goes back to the newest attempt that is known, and somewhat further', async () => {
    github.attempt({ arrived: true });
    await sweep();
    world.advance(24 * 3_600_000);
    const newest = github.attempt({ arrived: false });
    const known = world.store.time.now();
    // Both were listed late; the other one lies before what is looked at again.
    const late = github.attempt({ arrived: false, at: ago(24 * 3_600_000 + LOOK_BACK_MS) });
    github.attempt({ arrived: false, at: ago(24 * 3_600_000 + LOOK_BACK_MS + 1) });
    github.setReachable(true);
    expect(await sweep()).toBe(2);
    expect([...github.redelivered].sort()).toEqual([newest, late].sort());
    expect(await world.store.failedDeliveries.lookedUpTo()).toEqual(known);
  });

  test('goes back three days after a time in which nobody looked', async () => {
    github.attempt({ arrived: true });
    await sweep();
    const lost = github.attempt({ arrived: false, at: ago(0) });
    world.advance(REDELIVERY_WINDOW_MS);
    expect(await sweep()).toBe(1);
    expect(github.redelivered).toEqual([lost]);
  });

  test('that is cut short is made again', async () => {
    github.attempt({ arrived: false });
    expect(await redelivery.run(world.tools, AbortSignal.abort())).toBe(0);
    expect(await world.store.failedDeliveries.lookedUpTo()).toBeNull();
    expect(await sweep()).toBe(1);
  });
});
