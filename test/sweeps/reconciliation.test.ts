import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ErrorCode, ShowworkError } from '../../src/errors.ts';
import { targetKey } from '../../src/jobs.ts';
import { MAX_ATTEMPTS } from '../../src/store/queue/retry-policy.ts';
import {
  ACTIVE_EVERY_MS,
  ACTIVE_MS,
  CLOCK_SKEW_MS,
  QUIET_EVERY_MS,
  RECONCILIATION_EVERY_MS,
  REPOSITORIES_PER_ROUND,
  reconciliation,
} from '../../src/sweeps/reconciliation.ts';
import { delivery } from '../contracts/examples.ts';
import { createScriptedWorker } from '../contracts/scripted-worker.ts';
import type { FakeGitHub } from '../helpers/fake-github.ts';
import { GO_ON, openSweeps, type SweepWorld } from './open-sweeps.ts';

let world: SweepWorld;
let github: FakeGitHub;
beforeEach(async () => {
  world = await openSweeps();
  github = world.world;
});
afterEach(() => world.cleanUp());

const sweep = () => reconciliation.run(world.tools, GO_ON);
const main = () => ({ repository: world.repository, ref: { kind: 'branch', branch: 'main' } }) as const;
const pull = (number: number) =>
  ({ repository: world.repository, ref: { kind: 'pull-request', number } }) as const;
const target = (of: Parameters<typeof targetKey>[0]) => world.store.store.readTarget(targetKey(of));

test('a push that GitHub never told of is asked for', async () => {
  await world.tellOfPush(github.commit('main', { a: '1' }));
  expect(await sweep()).toBe(0);
  const missed = github.commit('main', { a: '2' });
  world.advance(ACTIVE_EVERY_MS);
  expect(await sweep()).toBe(1);
  expect(await target(main())).toMatchObject({ head: missed, requested: 2 });
  world.advance(ACTIVE_EVERY_MS);
  expect(await sweep()).toBe(0);
});

test('so is a pull request', async () => {
  await world.tellOfPush(github.commit('main', { a: '1' }));
  const head = github.commit('topic', { a: '2' });
  const number = github.openPullRequest('topic');
  expect(await sweep()).toBe(1);
  expect(await target(pull(number))).toMatchObject({ head, requested: 1 });
});

test('a head that was reviewed was not missed, whatever deliveries said since', async () => {
  const head = github.commit('main', { a: '1' });
  await world.tellOfPush(head);
  const key = targetKey(main());
  await world.store.store.finishTarget(key, 1, { headSha: head, readmes: [] });
  await world.tellOfPush('f'.repeat(40));
  expect(await target(main())).toMatchObject({ head: null });
  expect(await sweep()).toBe(0);
});

describe('a head that was given up, and nobody could be told', () => {
  /** Every attempt fails, and every attempt to tell of it. */
  async function giveUp(code: ErrorCode): Promise<void> {
    const fail = () => {
      throw new ShowworkError(code, 'as long as it takes');
    };
    await world.tellOfPush(github.commit('main', { a: '1' }));
    world.store.queue.work(createScriptedWorker(fail, fail));
    for (let attempt = 0; attempt < 2 * MAX_ATTEMPTS; attempt += 1) {
      await world.store.queue.idle();
      world.advance(ACTIVE_EVERY_MS);
    }
  }

  test('is asked for again as soon as GitHub answers: an outage was longer than all attempts', async () => {
    await giveUp('GITHUB_UNAVAILABLE');
    expect(await world.store.deadLetters.list('open')).toMatchObject([{ toldAt: null }]);
    expect(await sweep()).toBe(1);
    expect(await target(main())).toMatchObject({ requested: 2, done: 0 });
  });

  test('is left alone where what stood in the way does not pass', async () => {
    await giveUp('GITHUB_FORBIDDEN');
    expect(await sweep()).toBe(0);
  });

  test('is left alone where its check run says so', async () => {
    await giveUp('GITHUB_UNAVAILABLE');
    const headSha = (await target(main()))?.head ?? '';
    const { publications } = world.store;
    const { publication } = await publications.intend(world.repository, headSha, null);
    await publications.record({ ...publication, checkRunId: 5, digest: 'failed' });
    expect(await sweep()).toBe(0);
  });
});

test('what is read takes at most two requests for a repository with up to a hundred pull requests', async () => {
  await world.tellOfPush(github.commit('main', { a: '1' }));
  await sweep();
  expect(github.requests).toEqual(['readHead', 'listOpenPullRequests']);
});

test('a push that is told of while it is read is newer than what was read', async () => {
  const first = github.commit('main', { a: '1' });
  await world.tellOfPush('0'.repeat(40));
  world.advance(ACTIVE_EVERY_MS);
  github.beforeNext('listOpenPullRequests', async () => {
    // GitHub's clock may be behind ours.
    const observedAt = Math.floor((+world.store.time.now() - CLOCK_SKEW_MS) / 1000) + 1;
    const hints = [{ target: main(), head: 'b'.repeat(40), observedAt }];
    await world.store.store.accept(delivery({ hints }));
  });
  expect(await sweep()).toBe(1);
  expect(await target(main())).toMatchObject({ head: 'b'.repeat(40) });
  expect(first).not.toBe('b'.repeat(40));
});

describe('the next look', () => {
  /** Milliseconds until the repository is due. */
  async function wait(): Promise<number> {
    let waited = 0;
    while ((await world.store.heads.due(1)).length === 0) {
      world.advance(ACTIVE_EVERY_MS / 4);
      waited += ACTIVE_EVERY_MS / 4;
    }
    return waited;
  }

  test('is in an hour where something happened in the last thirty days, else in a day', async () => {
    await world.tellOfPush(github.commit('main', { a: '1' }));
    world.advance(ACTIVE_MS - 1);
    await sweep();
    expect(await wait()).toBe(ACTIVE_EVERY_MS);
    await sweep();
    expect(await wait()).toBe(QUIET_EVERY_MS);
  });

  test('is put off for an installation that is paused, and nothing is asked', async () => {
    await world.tellOfPush(github.commit('main', { a: '1' }));
    const until = new Date(+world.store.time.now() + 2 * ACTIVE_EVERY_MS);
    await world.store.limiter.pause(world.repository.installationId, until);
    await sweep();
    expect(github.requests).toEqual([]);
    expect(await wait()).toBe(2 * ACTIVE_EVERY_MS);
  });

  test('waits for a limit that GitHub sets, which pauses the installation', async () => {
    await world.tellOfPush(github.commit('main', { a: '1' }));
    const retryAt = new Date(+world.store.time.now() + ACTIVE_EVERY_MS / 2);
    github.failNext('readHead', new ShowworkError('GITHUB_RATE_LIMITED', 'slow down', { retryAt }));
    expect(await sweep()).toBe(0);
    expect(await world.store.limiter.pausedUntil(world.repository.installationId)).toEqual(retryAt);
    expect(await wait()).toBe(ACTIVE_EVERY_MS / 2);
  });

  test('comes also for a repository that is gone', async () => {
    await world.tellOfPush(github.commit('main', { a: '1' }));
    github.remove();
    expect(await sweep()).toBe(0);
    expect(await wait()).toBe(ACTIVE_EVERY_MS);
  });
});

test('refused credentials end the round', async () => {
  await world.tellOfPush(github.commit('main', { a: '1' }));
  github.failNext('readHead', new ShowworkError('GITHUB_UNAUTHORIZED', 'HTTP 401'));
  await expect(sweep()).rejects.toMatchObject({ code: 'GITHUB_UNAUTHORIZED' });
});

test('a round that is asked to end leaves the rest for the next', async () => {
  await world.tellOfPush(github.commit('main', { a: '1' }));
  expect(await reconciliation.run(world.tools, AbortSignal.abort())).toBe(0);
  expect(github.requests).toEqual([]);
});

test('many repositories are looked at in parts, an hour of which has room for six thousand', async () => {
  for (let each = 0; each <= REPOSITORIES_PER_ROUND; each += 1) {
    const repository = { ...world.repository, repositoryId: 1_000 + each };
    const target = { repository, ref: { kind: 'branch', branch: 'main' } } as const;
    await world.store.store.accept(
      delivery({ hints: [{ target, head: 'a'.repeat(40), observedAt: 1_000 }] }),
    );
  }
  await sweep();
  expect(github.requests).toHaveLength(2 * REPOSITORIES_PER_ROUND);
  expect(await world.store.heads.due(10)).toHaveLength(1);
  expect((REPOSITORIES_PER_ROUND * 3_600_000) / RECONCILIATION_EVERY_MS).toBe(6_000);
});
