import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Simulator, startSimulator } from './simulator.ts';
import { appJwt, send, tokenFor } from './testing/client.ts';
import { prepareSamples, type SampleCall } from './testing/sample-calls.ts';

let simulator: Simulator;
let samples: ReadonlyMap<string, SampleCall>;
beforeAll(async () => {
  simulator = await startSimulator();
  samples = await prepareSamples(simulator);
});
afterAll(() => simulator.close());

/** Sends every sample call and lists what came back, as `operation status`. */
async function sendAll(token: string, only: (id: string) => boolean): Promise<string[]> {
  const outcomes: string[] = [];
  for (const [id, call] of samples) {
    if (!only(id)) continue;
    const bearer = simulator.operations.get(id)?.caller === 'app' ? appJwt(simulator) : token;
    const { status } = await send(simulator, { ...call, bearer });
    outcomes.push(`${id} ${status}`);
  }
  return outcomes;
}

describe('every endpoint', () => {
  test('has a sample call here', () => {
    expect([...samples.keys()].sort()).toEqual([...simulator.operations.keys()].sort());
  });

  test('answers 404 to a token narrowed to another repository', async () => {
    const other = simulator.addRepository({ owner: 'ada', name: 'other' });
    const token = await tokenFor(simulator, 'ada', { repository_ids: [other.id] });
    const isRepositoryCall = (id: string) => simulator.operations.get(id)?.caller === 'repository';
    const expected = [...samples.keys()].filter(isRepositoryCall).map(id => `${id} 404`);
    expect(await sendAll(token, isRepositoryCall)).toEqual(expected);
  });

  test('answers 403 to a token without its permission', async () => {
    const token = await tokenFor(simulator, 'ada', { permissions: { metadata: 'read' } });
    const metadata = ['repos/get', 'repos/get-collaborator-permission-level'];
    const needsMore = (id: string) => {
      return simulator.operations.get(id)?.caller === 'repository' && !metadata.includes(id);
    };
    const expected = [...samples.keys()].filter(needsMore).map(id => `${id} 403`);
    expect(await sendAll(token, needsMore)).toEqual(expected);
    expect(await sendAll(token, id => metadata.includes(id))).toEqual(metadata.map(id => `${id} 200`));
  });

  test('answers 403 to writing with a token that may only read', async () => {
    const permissions = { checks: 'read', contents: 'read', issues: 'read', pull_requests: 'read' };
    const token = await tokenFor(simulator, 'ada', { permissions });
    const expected: string[] = [];
    for (const [id, { method, status }] of samples) {
      if (simulator.operations.get(id)?.caller !== 'repository') continue;
      expected.push(`${id} ${method === 'GET' ? status : 403}`);
    }
    expect(await sendAll(token, id => simulator.operations.get(id)?.caller === 'repository')).toEqual(
      expected,
    );
  });

  test('answers 401 without credentials, with false ones, and to the wrong kind of them', async () => {
    const token = await tokenFor(simulator, 'ada');
    for (const [id, call] of samples) {
      if (simulator.operations.get(id)?.caller === 'anybody') continue;
      const forApp = simulator.operations.get(id)?.caller === 'app';
      expect(await send(simulator, call)).toMatchObject({ status: 401 });
      expect(await send(simulator, { ...call, bearer: 'ghs_nobody' })).toMatchObject({ status: 401 });
      const other = await send(simulator, { ...call, bearer: forApp ? token : appJwt(simulator) });
      expect(`${id} ${other.status}`).toBe(`${id} ${forApp ? 401 : 403}`);
    }
  });

  test('succeeds where it may, with an answer that the description promises', async () => {
    const expected = [...samples].map(([id, { status }]) => `${id} ${status}`);
    expect(await sendAll(await tokenFor(simulator, 'ada'), () => true)).toEqual(expected);
    expect(simulator.violations).toEqual([]);
  });
});
