import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { fetchRegisteredApp } from '../../src/github/register-app.ts';
import type { RegisteredApp } from '../../src/ports.ts';
import { readAppFile } from '../../src/setup/app-file.ts';
import { makeManifest } from '../../src/setup/manifest.ts';
import { LIFETIME_MS } from '../../src/setup/one-time-state.ts';
import { type RegistrationServer, startRegistration } from '../../src/setup/registration-server.ts';
import { createCollectingLogger } from '../helpers/collecting-logger.ts';
import { createMovingClock } from '../helpers/moving-clock.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import { createAtGitHub, openForm } from './without-browser.ts';

const PLACE = {
  name: 'Showwork <Ada & Co>',
  homepageUrl: 'https://example.com/',
  webhookUrl: 'https://example.com/api/github/webhooks',
};

let simulator: Simulator;
let server: RegistrationServer | undefined;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterEach(async () => {
  await server?.close();
  server = undefined;
});
afterAll(async () => {
  expect(simulator.violations).toEqual([]);
  await simulator.close();
});

async function start(options: { organisation?: string; keep?: (app: RegisteredApp) => void } = {}) {
  const clock = createMovingClock();
  const logger = createCollectingLogger();
  const kept: RegisteredApp[] = [];
  server = await startRegistration({
    port: 0,
    manifest: redirectUrl => makeManifest(readAppFile(), PLACE, redirectUrl),
    githubWebUrl: simulator.baseUrl,
    organisation: options.organisation ?? null,
    fetchApp: code => fetchRegisteredApp(code, { baseUrl: simulator.baseUrl, clock, logger }),
    keep: options.keep ?? (app => kept.push(app)),
    clock,
    logger,
  });
  return { ...server, clock, logger, kept };
}

/** A request whose headers a browser would not let a page choose. */
function ask(url: string, headers: Record<string, string>): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers }, async response => {
      let text = '';
      for await (const chunk of response) text += String(chunk);
      resolve({ status: response.statusCode ?? 0, text });
    });
    asked.on('error', reject).end();
  });
}

describe('the way to GitHub and back', () => {
  test('registers the app with what app.yml asks for', async () => {
    const { url, registered, kept } = await start();
    const form = await openForm(url);
    expect(form.action.pathname).toBe('/settings/apps/new');
    expect(JSON.parse(form.manifest)).toEqual({
      name: PLACE.name,
      url: PLACE.homepageUrl,
      description: expect.stringContaining('portfolio README'),
      hook_attributes: { url: PLACE.webhookUrl, active: true },
      redirect_url: `${url}/callback`,
      public: false,
      default_permissions: readAppFile().default_permissions,
      default_events: readAppFile().default_events,
    });

    const answer = await fetch(await createAtGitHub(simulator, form));
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toContain('Showwork &lt;Ada &amp; Co&gt; is registered');
    const app = await registered;
    expect(kept).toEqual([app]);
    const { appId, privateKey, webhookSecret } = simulator.app;
    expect(app).toMatchObject({ id: appId, privateKey, webhookSecret });
    expect(text).not.toContain(webhookSecret);
    expect(text).not.toContain('PRIVATE KEY');
  });

  test('leads to an organisation where one is named', async () => {
    const { url } = await start({ organisation: 'acme' });
    expect((await openForm(url)).action.pathname).toBe('/organizations/acme/settings/apps/new');
  });
});

describe('a callback is refused', () => {
  test('without a state, with a wrong one, or without a code; the right way stays open', async () => {
    const { url, kept } = await start();
    const form = await openForm(url);
    const back = await createAtGitHub(simulator, form);
    for (const [query, status] of [
      ['code=x', 403],
      ['code=x&state=', 403],
      [`code=x&state=${'A'.repeat(43)}`, 403],
      [`code=x&state=${form.state}&state=${form.state}`, 403],
    ]) {
      const answer = await fetch(`${url}/callback?${query}`);
      expect({ query, status: answer.status }).toEqual({ query, status });
      expect(await answer.text()).toContain('Begin again');
    }
    expect(kept).toEqual([]);
    expect((await fetch(back)).status).toBe(200);
    expect(kept).toHaveLength(1);
    const again = await openForm(url);
    expect((await fetch(`${url}/callback?state=${again.state}`)).status).toBe(400);
  });

  test('the second time, also while the first is under way', async () => {
    const { url, kept } = await start();
    const back = await createAtGitHub(simulator, await openForm(url));
    const answers = await Promise.all([fetch(back), fetch(back)]);
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 403]);
    expect((await fetch(back)).status).toBe(403);
    expect(kept).toHaveLength(1);
  });

  test('after fifteen minutes', async () => {
    const { url, clock, kept } = await start();
    const back = await createAtGitHub(simulator, await openForm(url));
    clock.advance(LIFETIME_MS);
    const answer = await fetch(back);
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('Too much time')]);
    expect(kept).toEqual([]);
  });

  test('with a code that GitHub does not know, and one can begin again', async () => {
    const { url, kept, logger } = await start();
    const { state } = await openForm(url);
    const answer = await fetch(`${url}/callback?state=${state}&code=made-up-code`);
    expect([answer.status, await answer.text()]).toEqual([502, expect.stringContaining('Begin again')]);
    expect(JSON.stringify(logger.lines)).not.toMatch(new RegExp(`made-up-code|${state}`));
    expect((await fetch(await createAtGitHub(simulator, await openForm(url)))).status).toBe(200);
    expect(kept).toHaveLength(1);
  });

  test('where GitHub answers something else', async () => {
    const { url, kept } = await start();
    simulator.faults.next({ match: 'apps/create-from-manifest', status: 201, body: { id: 1, pem: 'none' } });
    expect((await fetch(await createAtGitHub(simulator, await openForm(url)))).status).toBe(502);
    expect(kept).toEqual([]);
  });
});

test('where the credentials cannot be kept, browser and caller are told', async () => {
  const { url, registered } = await start({
    keep: () => {
      throw new Error('no space left');
    },
  });
  const failed = expect(registered).rejects.toThrow('no space left');
  const answer = await fetch(await createAtGitHub(simulator, await openForm(url)));
  expect([answer.status, await answer.text()]).toEqual([500, expect.stringContaining('The terminal says')]);
  await failed;
});

describe('strangers', () => {
  test('on other interfaces get no connection', async () => {
    const { url } = await start();
    const others = Object.values(networkInterfaces())
      .flat()
      .flatMap(address => (address?.family === 'IPv4' && !address.internal ? [address.address] : []));
    for (const host of [...others, '127.0.0.2']) {
      const refused = new Promise(resolve => {
        connect(Number(new URL(url).port), host)
          .on('connect', () => resolve('connected'))
          .on('error', () => resolve('refused'));
      });
      expect({ host, outcome: await refused }).toEqual({ host, outcome: 'refused' });
    }
  });

  test.each([
    'evil.example.com',
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost',
    '127.0.0.1.evil.example.com',
    '[::1]',
  ])('by the name %s see nothing (DNS rebinding)', async host => {
    const { url } = await start();
    const withPort = /^(?:evil|\[)/.test(host) ? `${host}:${new URL(url).port}` : host;
    for (const path of ['/', '/callback?code=x&state=y', '/nothing']) {
      const answer = await ask(url + path, { host: withPort });
      expect(answer.status).toBe(421);
      expect(answer.text).not.toContain('manifest');
    }
  });

  test('in other pages cannot read, frame or keep anything', async () => {
    const { url } = await start();
    for (const path of ['/', '/callback', '/nothing']) {
      const { headers } = await fetch(url + path, { headers: { origin: 'https://evil.example.com' } });
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain(`form-action ${simulator.baseUrl};`);
      for (const part of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"]) {
        expect(policy).toContain(part);
      }
    }
  });
});
