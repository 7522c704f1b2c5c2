import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Simulator, startSimulator } from './simulator.ts';
import { appJwt, send } from './testing/client.ts';
import { createApp } from './testing/create-app.ts';

let simulator: Simulator;
let present = new Date('2026-03-01T12:00:00Z');
const MANIFEST = {
  name: 'Show and Tell',
  url: 'https://example.com/about',
  hook_attributes: { url: 'https://example.com/hooks' },
  redirect_url: 'http://127.0.0.1:9/callback?kept=1',
  default_permissions: { metadata: 'read' },
  default_events: ['push'],
};
beforeEach(async () => {
  await simulator?.close();
  simulator = await startSimulator({ wallClock: { now: () => present } });
});
afterAll(() => simulator.close());

const convert = (code: string) =>
  send(simulator, { method: 'POST', path: `/app-manifests/${code}/conversions` });

function post(path: string, fields: Record<string, string>) {
  const body = new URLSearchParams(fields);
  return fetch(simulator.baseUrl + path, { method: 'POST', body, redirect: 'manual' });
}

describe('GitHub’s page for a manifest', () => {
  test.each(['/settings/apps/new?state=s1', '/organizations/acme/settings/apps/new?state=s1'])(
    '%s asks before it creates, and goes back with code and state',
    async path => {
      const shown = await (await post(path, { manifest: JSON.stringify(MANIFEST) })).text();
      expect(shown).toContain('Register Show and Tell');
      expect(shown).toContain('name="state" value="s1"');
      const fields = { manifest: JSON.stringify(MANIFEST), state: 's1' };
      const location = (await post('/settings/apps/create', fields)).headers.get('location');
      expect(location).toMatch(/^http:\/\/127\.0\.0\.1:9\/callback\?kept=1&code=\w+&state=s1$/);
    },
  );

  test.each([
    ['no JSON', '{'],
    ['no address', JSON.stringify({ name: 'x' })],
    ['a name of 35 characters', JSON.stringify({ ...MANIFEST, name: 'x'.repeat(35) })],
    ['an unknown key', JSON.stringify({ ...MANIFEST, webhook: 'x' })],
  ])('refuses %s', async (_, manifest) => {
    expect((await post('/settings/apps/new', { manifest })).status).toBe(422);
  });
});

describe('a code', () => {
  test('is good for new credentials, once, without any of the old', async () => {
    const before = appJwt(simulator, {}, present);
    const { privateKey, webhookSecret, appId } = simulator.app;
    const code = await createApp(simulator, MANIFEST);
    const answer = await convert(code);
    expect(answer).toMatchObject({
      status: 201,
      body: { id: appId, slug: 'show-and-tell', events: ['push'] },
    });
    expect(answer.body).toMatchObject({
      pem: simulator.app.privateKey,
      webhook_secret: simulator.app.webhookSecret,
    });
    expect([simulator.app.privateKey, simulator.app.webhookSecret]).not.toEqual([privateKey, webhookSecret]);
    expect(simulator.app.hook).toMatchObject({ url: 'https://example.com/hooks', hasSecret: true });
    expect(await send(simulator, { path: '/app', bearer: before })).toMatchObject({ status: 401 });
    const bearer = appJwt(simulator, {}, present);
    expect(await send(simulator, { path: '/app', bearer })).toMatchObject({ status: 200 });
    expect(await convert(code)).toMatchObject({ status: 404 });
    expect(simulator.violations).toEqual([]);
  });

  test('lives for an hour', async () => {
    const [first, second] = [await createApp(simulator, MANIFEST), await createApp(simulator, MANIFEST)];
    present = new Date(+present + 3_600_000);
    expect(await convert(first)).toMatchObject({ status: 201 });
    present = new Date(+present + 1_000);
    expect(await convert(second)).toMatchObject({ status: 404 });
  });

  test('of an app without a webhook has no secret', async () => {
    const code = await createApp(simulator, { name: 'Quiet', url: 'https://example.com' });
    expect(await convert(code)).toMatchObject({ status: 201, body: { webhook_secret: null } });
    const bearer = appJwt(simulator, {}, present);
    const { body } = await send(simulator, { path: '/app/hook/config', bearer });
    expect(body).toEqual({ content_type: 'json', insecure_ssl: '0' });
  });
});
