import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type ConfigResult,
  explainProblems,
  loadConfig,
  loadGitHubAddress,
  loadStorePlace,
} from '../src/config.ts';
import { Variables } from '../src/config-variables.ts';

const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
/** As GitHub's download has it. */
const PEM = RSA.export({ type: 'pkcs1', format: 'pem' }).toString();
const EC_PEM = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
const SECRET = 'correct horse battery staple';
const COMPLETE = { APP_ID: '12', PRIVATE_KEY: PEM, WEBHOOK_SECRET: SECRET };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'showwork-config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function problemsOf(result: ConfigResult): Record<string, string> {
  if (result.ok) return {};
  return Object.fromEntries(result.problems.map(({ variable, message }) => [variable, message]));
}

function configOf(environment: Record<string, string>) {
  const result = loadConfig(environment);
  if (!result.ok) throw new Error(explainProblems(result));
  return result.config;
}

describe('a complete configuration', () => {
  test('needs three variables; the rest has defaults', () => {
    const { privateKey, ...config } = configOf(COMPLETE);
    expect(config).toEqual({
      host: '127.0.0.1',
      port: 3000,
      appId: 12,
      webhookSecrets: [SECRET],
      githubApiUrl: 'https://api.github.com',
      githubWebUrl: 'https://github.com',
      dataPath: 'showwork-data/showwork.sqlite',
      logLevel: 'info',
    });
    expect(privateKey).toBe(RSA.export({ type: 'pkcs8', format: 'pem' }));
  });

  test('takes the previous secret beside the current one', () => {
    const previous = 'another long secret, older';
    const config = configOf({ ...COMPLETE, WEBHOOK_SECRET_PREVIOUS: previous });
    expect(config.webhookSecrets).toEqual([SECRET, previous]);
  });

  test.each([
    ['on one line', PEM.replaceAll('\n', '\\n')],
    ['in base64', Buffer.from(PEM).toString('base64')],
  ])('takes the key %s', (_form, key) => {
    const expected = RSA.export({ type: 'pkcs8', format: 'pem' });
    expect(configOf({ ...COMPLETE, PRIVATE_KEY: key }).privateKey).toBe(expected);
  });

  test('takes the key from a file', () => {
    const path = join(folder, 'key.pem');
    writeFileSync(path, PEM);
    const config = configOf({ APP_ID: '12', WEBHOOK_SECRET: SECRET, PRIVATE_KEY_PATH: path });
    expect(config.privateKey).toBe(RSA.export({ type: 'pkcs8', format: 'pem' }));
  });

  test.each([
    ['https://api.github.com/', 'https://api.github.com', 'https://github.com'],
    ['https://github.example.edu/api/v3', 'https://github.example.edu/api/v3', 'https://github.example.edu'],
    ['https://api.example.edu/api/v3/', 'https://api.example.edu/api/v3', 'https://api.example.edu'],
    ['https://api.octo.ghe.com', 'https://api.octo.ghe.com', 'https://octo.ghe.com'],
    ['http://127.0.0.1:4001', 'http://127.0.0.1:4001', 'http://127.0.0.1:4001'],
  ])('GITHUB_BASE_URL %s', (given, githubApiUrl, githubWebUrl) => {
    expect(configOf({ ...COMPLETE, GITHUB_BASE_URL: given })).toMatchObject({ githubApiUrl, githubWebUrl });
  });

  test.each(['0', '65535'])('PORT %s', port => {
    expect(configOf({ ...COMPLETE, PORT: port }).port).toBe(Number(port));
  });

  test('a secret of exactly 16 characters is long enough', () => {
    expect(configOf({ ...COMPLETE, WEBHOOK_SECRET: 'abcdefghijklmnop' }).webhookSecrets).toHaveLength(1);
  });
});

describe('a configuration that is refused', () => {
  test.each([
    ['no app id', { APP_ID: '' }, 'APP_ID', /not set/],
    ['the name of the app', { APP_ID: 'showwork' }, 'APP_ID', /number/],
    ['the app id 0', { APP_ID: '0' }, 'APP_ID', /number/],
    ['a blank secret', { WEBHOOK_SECRET: ' ' }, 'WEBHOOK_SECRET', /not set/],
    ["Probot's default secret", { WEBHOOK_SECRET: 'development' }, 'WEBHOOK_SECRET', /published default/],
    ['15 characters', { WEBHOOK_SECRET: 'abcdefghijklmno' }, 'WEBHOOK_SECRET', /fewer than 16/],
    ['one letter 24 times', { WEBHOOK_SECRET: 'a'.repeat(24) }, 'WEBHOOK_SECRET', /too regular/],
    [
      "GitHub's example",
      { WEBHOOK_SECRET: "It's a Secret to Everybody" },
      'WEBHOOK_SECRET',
      /published default/,
    ],
    ['a placeholder', { WEBHOOK_SECRET: 'Your-Webhook-Secret-Here' }, 'WEBHOOK_SECRET', /published default/],
    [
      'a short previous secret',
      { WEBHOOK_SECRET_PREVIOUS: 'short' },
      'WEBHOOK_SECRET_PREVIOUS',
      /fewer than 16/,
    ],
    ['no key', { PRIVATE_KEY: '' }, 'PRIVATE_KEY', /not set/],
    ['a key that is none', { PRIVATE_KEY: 'no key at all' }, 'PRIVATE_KEY', /not a private key/],
    ['half a key', { PRIVATE_KEY: PEM.slice(0, 400) }, 'PRIVATE_KEY', /all its lines/],
    ['an elliptic key', { PRIVATE_KEY: EC_PEM }, 'PRIVATE_KEY', /not an RSA key/],
    ['no key file', { PRIVATE_KEY: '', PRIVATE_KEY_PATH: '/nowhere' }, 'PRIVATE_KEY_PATH', /cannot be read/],
    ['a key and a key file', { PRIVATE_KEY_PATH: '/nowhere' }, 'PRIVATE_KEY_PATH', /both set/],
    ['port 65536', { PORT: '65536' }, 'PORT', /0 to 65535/],
    ['a named port', { PORT: 'http' }, 'PORT', /0 to 65535/],
    ['an unknown log level', { LOG_LEVEL: 'verbose' }, 'LOG_LEVEL', /one of debug/],
    ['a host in place of a URL', { GITHUB_BASE_URL: 'github.com' }, 'GITHUB_BASE_URL', /not a URL/],
    ['a URL without the API', { GITHUB_BASE_URL: 'https://git.example.edu' }, 'GITHUB_BASE_URL', /api\/v3/],
    ['plain http', { GITHUB_BASE_URL: 'http://git.example.edu/api/v3' }, 'GITHUB_BASE_URL', /https/],
    [
      'a URL with a password',
      { GITHUB_BASE_URL: 'https://me:pw@api.github.com' },
      'GITHUB_BASE_URL',
      /more than a host/,
    ],
  ])('%s', (_case, change, variable, message) => {
    const problems = problemsOf(loadConfig({ ...COMPLETE, ...change }));
    expect(problems).toEqual({ [variable]: expect.stringMatching(message) });
  });

  test('says everything at once, and no value', () => {
    const environment = { APP_ID: 'my-app', PRIVATE_KEY: 'my-key', WEBHOOK_SECRET: 'hunter2', PORT: '99999' };
    const result = loadConfig(environment);
    if (result.ok) throw new Error('was accepted');
    const text = explainProblems(result);
    for (const variable of Object.keys(environment)) expect(text).toContain(`  ${variable} `);
    for (const value of Object.values(environment)) expect(text).not.toContain(value);
  });

  test('without any credential, says how to begin instead', () => {
    const result = loadConfig({ PORT: '8080', PATH: '/bin' });
    if (result.ok) throw new Error('was accepted');
    expect(result.empty).toBe(true);
    expect(explainProblems(result)).toMatch(/\.env\.example.*npm start.*npm run demo/s);
  });
});

describe('a part of the configuration', () => {
  test('needs no credentials', () => {
    expect(loadGitHubAddress({ GITHUB_BASE_URL: ' ' })).toEqual({
      ok: true,
      part: { githubApiUrl: 'https://api.github.com', githubWebUrl: 'https://github.com' },
    });
    expect(loadGitHubAddress({ GITHUB_BASE_URL: 'https://ghe.example.com/api/v3/' })).toEqual({
      ok: true,
      part: { githubApiUrl: 'https://ghe.example.com/api/v3', githubWebUrl: 'https://ghe.example.com' },
    });
    expect(loadStorePlace({ DATA_PATH: '/data/x.sqlite' })).toEqual({
      ok: true,
      part: { dataPath: '/data/x.sqlite' },
    });
    expect(loadStorePlace({})).toMatchObject({ part: { dataPath: configOf(COMPLETE).dataPath } });
  });

  test('is refused as the whole would be', () => {
    expect(loadGitHubAddress({ GITHUB_BASE_URL: 'http://ghe.example.com/api/v3' })).toMatchObject({
      ok: false,
      problems: [
        { variable: 'GITHUB_BASE_URL', message: expect.stringContaining('must begin with https://') },
      ],
    });
  });
});

describe('.env.example', () => {
  const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');

  test('explains every variable', () => {
    const named = [...text.matchAll(/^#? ?([A-Z_]+)=/gm)].map(match => match[1]);
    expect(named.toSorted()).toEqual(
      [...Object.keys(Variables.shape), 'PRIVATE_KEY', 'PRIVATE_KEY_PATH'].toSorted(),
    );
  });

  test('copied as it is, it is refused', () => {
    expect(loadConfig(parseEnv(text))).toMatchObject({ ok: false });
  });

  test('names the defaults that are in force', () => {
    const commented = [...text.matchAll(/^# ([A-Z_]+=.*)$/gm)].map(match => match[1]).join('\n');
    const { WEBHOOK_SECRET_PREVIOUS, PRIVATE_KEY, ...defaults } = parseEnv(commented);
    expect([WEBHOOK_SECRET_PREVIOUS, PRIVATE_KEY]).toEqual(['', '']);
    const given = configOf({
      ...COMPLETE,
      ...Object.fromEntries(Object.entries(defaults).map(([k, v]) => [k, v ?? ''])),
    });
    expect(given).toEqual(configOf(COMPLETE));
  });
});
