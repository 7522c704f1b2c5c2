import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadConfig } from '../../src/config.ts';
import type { RegisteredApp } from '../../src/ports.ts';
import { environmentText, FileExists, reserveFile } from '../../src/setup/env-file.ts';

/** GitHub gives keys in PKCS #1. */
const PRIVATE_KEY = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs1', format: 'pem' })
  .toString();

const APP: RegisteredApp = {
  id: 4711,
  slug: 'showwork',
  name: 'Showwork',
  htmlUrl: 'https://github.com/apps/showwork',
  privateKey: PRIVATE_KEY,
  webhookSecret: '0123456789abcdef0123456789abcdef01234567',
};

describe('the variables', () => {
  test('are what the server starts with', () => {
    const variables = parseEnv(environmentText(APP, 'https://ghe.example.com/api/v3'));
    expect(loadConfig(variables)).toMatchObject({
      ok: true,
      config: {
        appId: 4711,
        webhookSecrets: [APP.webhookSecret],
        githubApiUrl: 'https://ghe.example.com/api/v3',
      },
    });
  });

  test.each(['with space', 'with#hash', "with'quote", 'with"both\'', '$HOME'])(
    'are read back as they were, also where a secret is %s',
    webhookSecret => {
      const text = environmentText({ ...APP, webhookSecret }, 'https://api.github.com');
      expect(parseEnv(text)).toMatchObject({ WEBHOOK_SECRET: webhookSecret, APP_ID: '4711' });
    },
  );

  test('are one a line', () => {
    const lines = environmentText({ ...APP, webhookSecret: null }, 'https://api.github.com').split('\n');
    expect(lines.map(line => line.split('=')[0])).toEqual([
      'APP_ID',
      'PRIVATE_KEY',
      'WEBHOOK_SECRET',
      'GITHUB_BASE_URL',
      '',
    ]);
  });
});

describe('the file', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'showwork-env-'));
    path = join(folder, '.env');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is for its owner only, and appears whole', () => {
    const file = reserveFile(path, false);
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^\.env\.[0-9a-f]{8}$/)]);
    file.write('A=1\n');
    file.discard();
    expect(readdirSync(folder)).toEqual(['.env']);
    expect(readFileSync(path, 'utf8')).toBe('A=1\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('leaves nothing behind where nothing came of it', () => {
    reserveFile(path, false).discard();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is not written over one that is there, or that came meanwhile', () => {
    writeFileSync(path, 'MINE=1\n');
    expect(() => reserveFile(path, false)).toThrow(FileExists);
    rmSync(path);
    const file = reserveFile(path, false);
    writeFileSync(path, 'MINE=1\n');
    expect(() => file.write('A=1\n')).toThrow(FileExists);
    file.discard();
    expect(readdirSync(folder)).toEqual(['.env']);
    expect(readFileSync(path, 'utf8')).toBe('MINE=1\n');
  });

  test('takes the place of one that is there where that is asked for, and its rights are not kept', () => {
    writeFileSync(path, 'OLD=1\n', { mode: 0o644 });
    const file = reserveFile(path, true);
    file.write('A=1\n');
    expect(readFileSync(path, 'utf8')).toBe('A=1\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('that cannot be written is known before there are credentials', () => {
    expect(() => reserveFile(join(folder, 'nowhere', '.env'), false)).toThrow(/ENOENT/);
    mkdirSync(path);
    const file = reserveFile(path, true);
    expect(() => file.write('A=1\n')).toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
    file.discard();
  });
});
