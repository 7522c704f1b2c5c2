import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Simulator, startSimulator } from './simulator.ts';
import { send } from './testing/client.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ isPublic: true });
  for (const [owner, name, isPrivate] of [
    ['ada', 'open', false],
    ['ada', 'closed', true],
  ] as const)
    simulator.addRepository({ owner, name, private: isPrivate, files: { 'README.md': '# Notes\n' } });
});
afterAll(() => simulator.close());

const read = (name: string, bearer?: string) =>
  send(simulator, { path: `/repos/ada/${name}/git/trees/main`, ...(bearer !== undefined && { bearer }) });

describe('a person', () => {
  test('reads what is public without a token, and learns nothing of the rest', async () => {
    expect(await read('open')).toMatchObject({ status: 200 });
    expect(await read('closed')).toMatchObject({ status: 404, body: { message: 'Not Found' } });
    expect(await read('nowhere')).toMatchObject({ status: 404, body: { message: 'Not Found' } });
  });

  test('reads with a token what is theirs, and what they have a role in', async () => {
    const [ada, grace, alan] = ['ada', 'grace', 'alan'].map(login => simulator.addPersonalToken(login));
    simulator.repository('ada/closed').setRole('grace', 'read');
    expect(await read('closed', ada)).toMatchObject({ status: 200 });
    expect(await read('closed', grace)).toMatchObject({ status: 200 });
    expect(await read('closed', alan)).toMatchObject({ status: 404 });
    expect(await read('open', 'ghp_nobody')).toMatchObject({ status: 401 });
  });

  test('writes nothing, and is neither the app nor an installation', async () => {
    const bearer = simulator.addPersonalToken('ada');
    const method = 'POST';
    const comment = { method, path: '/repos/ada/open/issues', body: { title: 'Hello' } };
    expect(await send(simulator, { ...comment, bearer })).toMatchObject({ status: 403 });
    expect(await send(simulator, { path: '/app', bearer })).toMatchObject({ status: 401 });
    expect(await send(simulator, { path: '/installation/repositories', bearer })).toMatchObject({
      status: 403,
    });
  });

  test('has 60 requests an hour without a token, and 5,000 with one', async () => {
    const bearer = simulator.addPersonalToken('ada');
    expect((await read('open', bearer)).headers.get('x-ratelimit-limit')).toBe('5000');
    expect((await read('open')).headers.get('x-ratelimit-limit')).toBe('60');
    simulator.limits.strangersRequestsPerHour = 1;
    expect(await read('open')).toMatchObject({ status: 403 });
    expect(await read('open', bearer)).toMatchObject({ status: 200 });
  });
});

test('elsewhere whoever has no token is not answered', async () => {
  const closed = await startSimulator();
  closed.addRepository({ owner: 'ada', name: 'open', files: {} });
  expect(await send(closed, { path: '/repos/ada/open' })).toMatchObject({ status: 401 });
  await closed.close();
});
