import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Fault, isOnlySlow } from './faults.ts';
import { GITHUB_LIMITS } from './limits.ts';
import { NAMED_FAULTS } from './named-faults.ts';
import type { SeenRequest } from './request-log.ts';
import type { SimulatedRepository } from './simulated-repository.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { send, tokenFor } from './testing/client.ts';

const START = new Date('2026-03-01T12:00:00Z');
let now = START;
let simulator: Simulator;
let repository: SimulatedRepository;
let bearer: string;
beforeAll(async () => {
  simulator = await startSimulator({ wallClock: { now: () => now } });
  repository = simulator.addRepository({ owner: 'ada', name: 'weather', files: { a: '' } });
  bearer = await tokenFor(simulator, 'ada', undefined, now);
});
afterAll(() => simulator.close());
afterEach(() => {
  expect(simulator.faults.pending).toBe(false);
});

const read = () => send(simulator, { path: '/repos/ada/weather', bearer });
const create = () => {
  const body = { name: 'Showwork', head_sha: repository.head() };
  return send(simulator, { method: 'POST', path: '/repos/ada/weather/check-runs', bearer, body });
};
const runs = () => repository.checkRuns(repository.head()).length;

describe('a planned fault', () => {
  test('answers another status, so often as planned', async () => {
    simulator.faults.next({ match: 'repos/get', status: 502, times: 2, headers: { 'retry-after': '7' } });
    const first = await read();
    expect([first.status, first.headers.get('retry-after')]).toEqual([502, '7']);
    expect(await read()).toMatchObject({ status: 502 });
    expect(await read()).toMatchObject({ status: 200 });
  });

  test('meets only the requests it is meant for, after those it lets pass', async () => {
    simulator.faults.next({ match: /^POST .*\/check-runs$/, status: 500, after: 1 });
    expect(await read()).toMatchObject({ status: 200 });
    expect(await create()).toMatchObject({ status: 201 });
    expect(await create()).toMatchObject({ status: 500 });
  });

  test('closes the connection, with nothing done', async () => {
    const before = runs();
    simulator.faults.next({ reset: true });
    await expect(create()).rejects.toThrow('fetch failed');
    expect(runs()).toBe(before);
    expect(simulator.requests.at(-1)).toMatchObject({ operationId: 'checks/create', status: null });
  });

  test('closes the connection although all was done', async () => {
    const before = runs();
    simulator.faults.next({ reset: true, carriedOut: true });
    await expect(create()).rejects.toThrow('fetch failed');
    expect(runs()).toBe(before + 1);
  });

  test('delays an answer, which is right all the same', async () => {
    simulator.faults.next({ delay: 20 });
    const started = performance.now();
    expect(await read()).toMatchObject({ status: 200 });
    expect(performance.now() - started).toBeGreaterThanOrEqual(19);
  });

  test('answers slowly, and right all the same', async () => {
    simulator.faults.next({ drip: 3 });
    const started = performance.now();
    expect(await read()).toMatchObject({ status: 200, body: { name: 'weather' } });
    expect(performance.now() - started).toBeGreaterThanOrEqual(8 * 2);
  });

  test.each([true, false])(
    'keeps an answer back until it is released (carried out: %s)',
    async carriedOut => {
      const before = runs();
      const reached = Promise.withResolvers<string>();
      const release = Promise.withResolvers<void>();
      const hold = {
        reached: (headers: Readonly<Record<string, string>>) => reached.resolve(headers['user-agent'] ?? ''),
        released: release.promise,
      };
      simulator.faults.next({ match: 'checks/create', hold, carriedOut });
      const creating = create();
      expect(await reached.promise).not.toBe('');
      expect(runs()).toBe(carriedOut ? before + 1 : before);
      release.resolve();
      await expect(creating).rejects.toThrow('fetch failed');
    },
  );

  test.each(Object.entries(NAMED_FAULTS))('is known by name: %s', async (_, fault: Fault) => {
    simulator.faults.next({ ...fault, match: 'repos/get', ...('delay' in fault && { delay: 20 }) });
    const { status, body } = await read().catch(() => ({ status: 0, body: null }));
    const asUsual = status === 200 && JSON.stringify(body).includes('"full_name":"ada/weather"');
    expect(asUsual).toBe(isOnlySlow(fault));
  });

  test('breaks off in the middle of the JSON', async () => {
    simulator.faults.next({ wrongJson: true });
    await expect(read()).rejects.toThrow('JSON');
  });

  test('claims a primary rate limit with the time it ends', async () => {
    simulator.faults.next({ rateLimit: 'primary', seconds: 90 });
    const { status, headers } = await read();
    const end = String(now.getTime() / 1000 + 90);
    expect([status, headers.get('x-ratelimit-remaining'), headers.get('x-ratelimit-reset')]).toEqual([
      403,
      '0',
      end,
    ]);
    expect(headers.get('retry-after')).toBeNull();
  });

  test('claims a secondary rate limit with the seconds to wait', async () => {
    simulator.faults.next({ rateLimit: 'secondary' });
    const { status, headers, body } = await read();
    expect([status, headers.get('retry-after')]).toEqual([403, '60']);
    expect(JSON.stringify(body)).toContain('secondary rate limit');
  });

  test('can be called off', async () => {
    simulator.faults.next({ status: 500, times: 9 });
    simulator.faults.clear();
    expect(await read()).toMatchObject({ status: 200 });
  });
});

describe('the primary rate limit', () => {
  test('is counted per installation, told in headers, ends in 403, and starts anew each hour', async () => {
    simulator.addRepository({ owner: 'busy', name: 'weather' });
    const busy = await tokenFor(simulator, 'busy', undefined, now);
    const ask = (path: string) => send(simulator, { path, bearer: busy });
    simulator.limits.requestsPerHour = 2;
    expect((await ask('/repos/busy/weather')).headers.get('x-ratelimit-remaining')).toBe('1');
    expect(await ask('/repos/busy/weather')).toMatchObject({ status: 200 });
    const over = await ask('/repos/busy/weather');
    expect([over.status, over.headers.get('x-ratelimit-remaining')]).toEqual([403, '0']);
    expect((await ask('/rate_limit')).body).toMatchObject({ rate: { limit: 2, remaining: 0, used: 3 } });

    now = new Date(START.getTime() + 3_600_000);
    const fresh = await tokenFor(simulator, 'busy', undefined, now);
    const again = await send(simulator, { path: '/repos/busy/weather', bearer: fresh });
    expect([again.status, again.headers.get('x-ratelimit-remaining')]).toEqual([200, '1']);
    now = START;
    simulator.limits.requestsPerHour = GITHUB_LIMITS.requestsPerHour;
  });
});

test('a watcher is told of each request, who sent it and what it was answered', async () => {
  const seen: SeenRequest[] = [];
  simulator.watch(request => seen.push(request));
  await read();
  await create();
  simulator.watch(() => {});
  const [first, second] = seen;
  expect(first).toMatchObject({
    operationId: 'repos/get',
    arrivedAt: now,
    installationId: simulator.installation('ada').id,
    headers: { authorization: `Bearer ${bearer}` },
    answer: { name: 'weather' },
  });
  expect(second?.arrived).toBeGreaterThan(first?.answered ?? Number.POSITIVE_INFINITY);
});

test('latency is added to every answer', async () => {
  simulator.latency = 15;
  const started = performance.now();
  await read();
  simulator.latency = 0;
  expect(performance.now() - started).toBeGreaterThanOrEqual(14);
});

test('the log tells what each request asked, with what token, and how it ended', async () => {
  const permissions = { checks: 'write' };
  const narrow = await tokenFor(simulator, 'ada', { repository_ids: [repository.id], permissions }, now);
  await send(simulator, { path: '/repos/ada/weather/branches?per_page=5', bearer: narrow });
  expect(simulator.requests.at(-1)).toEqual({
    method: 'GET',
    path: '/repos/ada/weather/branches',
    query: { per_page: '5' },
    operationId: 'repos/list-branches',
    body: undefined,
    token: { repositoryIds: [repository.id], permissions: { checks: 'write', metadata: 'read' } },
    status: 403,
  });
});
