import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Simulator, startSimulator } from './simulator.ts';
import { appJwt, type Claims, send, tokenFor } from './testing/client.ts';

let simulator: Simulator;
let present = new Date('2026-03-01T12:00:00Z');
beforeAll(async () => {
  simulator = await startSimulator({ wallClock: { now: () => present } });
});
afterAll(() => simulator.close());

const later = (seconds: number) => new Date(present.getTime() + seconds * 1000);

describe('the app token (JWT)', () => {
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  test.each<[string, Claims, number, string]>([
    ['as GitHub advises', {}, 200, ''],
    ['with the longest life allowed', { issued: 0, expires: 600 }, 200, ''],
    ['that lives longer than ten minutes', { expires: 601 }, 401, 'too far in the future'],
    ['that has run out', { expires: 0 }, 401, 'must be a numeric value'],
    ['from the future', { issued: 1 }, 401, "'Issued at'"],
    ['of another app', { iss: 1 }, 404, 'Integration not found'],
    ['signed with another key', { key: stranger }, 401, 'could not be decoded'],
    ['that claims another algorithm', { algorithm: 'none' }, 401, 'could not be decoded'],
  ])('%s', async (_, claims, status, message) => {
    const answer = await send(simulator, { path: '/app', bearer: appJwt(simulator, claims, present) });
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).toContain(message);
  });
});

describe('the installation token', () => {
  const read = (owner: string, bearer: string) => send(simulator, { path: `/repos/${owner}/notes`, bearer });
  const ask = (id: number, body?: object) => {
    const path = `/app/installations/${id}/access_tokens`;
    return send(simulator, { method: 'POST', path, body, bearer: appJwt(simulator, {}, present) });
  };

  test('lasts one hour', async () => {
    simulator.addRepository({ owner: 'hour', name: 'notes' });
    const answer = await ask(simulator.installation('hour').id);
    expect(answer.body).toMatchObject({
      expires_at: '2026-03-01T13:00:00Z',
      repository_selection: 'selected',
    });
    const bearer = String(Reflect.get(Object(answer.body), 'token'));
    present = later(3599);
    expect(await read('hour', bearer)).toMatchObject({ status: 200 });
    present = later(1);
    expect(await read('hour', bearer)).toMatchObject({ status: 401, body: { message: 'Bad credentials' } });
    present = new Date('2026-03-01T12:00:00Z');
  });

  test('is refused for an unknown or suspended installation', async () => {
    simulator.addRepository({ owner: 'gone', name: 'notes' });
    const installation = simulator.installation('gone');
    installation.suspend();
    const refused = { status: 403, body: { message: 'This installation has been suspended' } };
    expect(await ask(installation.id)).toMatchObject(refused);
    installation.unsuspend();
    expect(await ask(installation.id)).toMatchObject({ status: 201 });
    installation.uninstall();
    expect(await ask(installation.id)).toMatchObject({ status: 404 });
  });

  test('stops working when the app is suspended or uninstalled', async () => {
    simulator.addRepository({ owner: 'leaver', name: 'notes' });
    const installation = simulator.installation('leaver');
    const bearer = await tokenFor(simulator, 'leaver', undefined, present);
    installation.suspend();
    const refused = { status: 403, body: { message: 'This installation has been suspended' } };
    expect(await read('leaver', bearer)).toMatchObject(refused);
    installation.unsuspend();
    expect(await read('leaver', bearer)).toMatchObject({ status: 200 });
    installation.uninstall();
    expect(await read('leaver', bearer)).toMatchObject({ status: 401 });
  });

  test('may not be asked for with more than was granted', async () => {
    const repository = simulator.addRepository({ owner: 'strict', name: 'notes' });
    const foreign = simulator.addRepository({ owner: 'someone', name: 'else' });
    const { id } = simulator.installation('strict');
    expect(await ask(id, { repository_ids: [repository.id] })).toMatchObject({ status: 201 });
    expect(await ask(id, { repository_ids: [repository.id, foreign.id] })).toMatchObject({ status: 422 });
    expect(await ask(id, { repositories: ['notes'] })).toMatchObject({ status: 201 });
    expect(await ask(id, { repositories: ['nothing'] })).toMatchObject({ status: 422 });
    expect(await ask(id, { permissions: { contents: 'read' } })).toMatchObject({
      status: 201,
      body: { permissions: { contents: 'read', metadata: 'read' } },
    });
    expect(await ask(id, { permissions: { contents: 'write' } })).toMatchObject({ status: 422 });
  });
});

describe('what the token reaches', () => {
  const read = (name: string, bearer: string) => send(simulator, { path: `/repos/reach/${name}`, bearer });

  test('is what the app is installed on, at the moment of the call', async () => {
    const inside = simulator.addRepository({ owner: 'reach', name: 'inside' });
    simulator.addRepository({ owner: 'reach', name: 'outside', installed: false });
    const bearer = await tokenFor(simulator, 'reach', undefined, present);
    expect(await read('inside', bearer)).toMatchObject({ status: 200 });
    expect(await read('outside', bearer)).toMatchObject({ status: 404 });
    expect(await read('nowhere', bearer)).toMatchObject({ status: 404 });
    simulator.installation('reach').remove(inside);
    expect(await read('inside', bearer)).toMatchObject({ status: 404 });
  });

  test('is every repository of an account that chose all, future ones too', async () => {
    simulator.installOnAll('all-in');
    const bearer = await tokenFor(simulator, 'all-in', undefined, present);
    simulator.addRepository({ owner: 'all-in', name: 'later', installed: false });
    expect(await send(simulator, { path: '/repos/all-in/later', bearer })).toMatchObject({ status: 200 });
  });

  test('follows the permissions that are granted now', async () => {
    simulator.addRepository({ owner: 'grantor', name: 'notes', files: { a: '' } });
    const bearer = await tokenFor(simulator, 'grantor', undefined, present);
    const readTree = () => send(simulator, { path: '/repos/grantor/notes/git/trees/main', bearer });
    expect(await readTree()).toMatchObject({ status: 200 });
    simulator.installation('grantor').grant({ checks: 'write', metadata: 'read' });
    const refused = await readTree();
    expect(refused).toMatchObject({
      status: 403,
      body: { message: 'Resource not accessible by integration', status: '403' },
    });
    expect(refused.headers.get('x-accepted-github-permissions')).toBe('contents=read');
  });

  test('is what app.yml asks for, unless told otherwise', async () => {
    simulator.addRepository({ owner: 'asked', name: 'notes' });
    const { permissions } = simulator.installation('asked').record;
    expect(permissions).toMatchObject({ checks: 'write', contents: 'read', metadata: 'read' });

    const other = await startSimulator({ permissions: { metadata: 'read' } });
    other.addRepository({ owner: 'asked', name: 'notes', files: { a: '' } });
    const bearer = await tokenFor(other, 'asked');
    expect(await send(other, { path: '/repos/asked/notes', bearer })).toMatchObject({ status: 200 });
    expect(await send(other, { path: '/repos/asked/notes/git/trees/main', bearer })).toMatchObject({
      status: 403,
    });
    await other.close();
  });

  test('on a pull request either permission lets it talk, on an issue only `issues`', async () => {
    const repository = simulator.addRepository({ owner: 'talk', name: 'notes', files: { a: '' } });
    repository.commit('topic', { a: 'b' });
    const pull = repository.openPullRequest({ head: 'topic' }).request.number;
    const issue = repository.openIssue().number;
    const say = async (number: number, permissions: object) => {
      const bearer = await tokenFor(simulator, 'talk', { permissions }, present);
      const path = `/repos/talk/notes/issues/${number}/comments`;
      return (await send(simulator, { method: 'POST', path, bearer, body: { body: 'Hello' } })).status;
    };
    expect(await say(pull, { pull_requests: 'write' })).toBe(201);
    expect(await say(pull, { issues: 'write' })).toBe(201);
    expect(await say(issue, { issues: 'write' })).toBe(201);
    expect(await say(issue, { pull_requests: 'write' })).toBe(403);
  });
});
