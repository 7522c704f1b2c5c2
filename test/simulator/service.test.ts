import { createPrivateKey } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { steppingClock, systemClock } from './clock.ts';
import { newCredentials } from './credentials.ts';
import { loadApiContract } from './description/api-contract.ts';
import { Faults } from './faults.ts';
import { GITHUB_LIMITS } from './limits.ts';
import type { Operation } from './operation.ts';
import { RestApi } from './rest-api.ts';
import { PrimaryRateLimit } from './rules/rate-limit.ts';
import { Service } from './service.ts';
import { createWorld } from './state/world.ts';
import { signJwt } from './testing/client.ts';

/** A service with one endpoint of our own making. */
async function serviceWith(operation: Operation) {
  const credentials = await newCredentials();
  const world = createWorld({
    clock: steppingClock(),
    wallClock: systemClock,
    limits: { ...GITHUB_LIMITS },
    htmlUrl: 'https://github.com',
    app: { slug: 'app', name: 'App', permissions: {}, events: [] },
    credentials,
  });
  const service = new Service({
    world,
    rest: new RestApi(world, await loadApiContract([operation.id]), new Map([[operation.id, operation]])),
    faults: new Faults(),
    rateLimit: new PrimaryRateLimit(world),
  });
  const authorization = `Bearer ${signJwt(world.app.id, createPrivateKey(credentials.privateKey))}`;
  const ask = (path: string) =>
    service.answer({ method: 'GET', path, query: {}, headers: { authorization }, text: '' });
  return { service, ask };
}

test('an answer that the description does not promise is on record', async () => {
  const operation: Operation = {
    id: 'apps/get-authenticated',
    caller: 'app',
    handle: () => ({ status: 200, body: { id: 'one' } }),
  };
  const { service, ask } = await serviceWith(operation);
  expect(await ask('/app')).toMatchObject({ status: 200 });
  expect(service.violations).toMatchObject([{ kind: 'invalid-answer', path: '/app' }]);
  expect(service.violations[0]?.problems).toContain('/id: must be integer {"type":"integer"}');
});

test('a mistake in a handler does not pass for a failure of GitHub', async () => {
  const operation: Operation = {
    id: 'apps/get-authenticated',
    caller: 'app',
    handle: () => {
      throw new TypeError('our mistake');
    },
  };
  const { service, ask } = await serviceWith(operation);
  expect(await ask('/app')).toMatchObject({ status: 500 });
  expect(service.violations).toMatchObject([{ kind: 'simulator-error' }]);
  expect(service.violations[0]?.problems[0]).toContain('our mistake');
});
