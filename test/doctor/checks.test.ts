import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadConfig } from '../../src/config.ts';
import { checkClock } from '../../src/doctor/check-clock.ts';
import { checkConfiguration } from '../../src/doctor/check-configuration.ts';
import { checkCredentials } from '../../src/doctor/check-credentials.ts';
import { checkDeliveries } from '../../src/doctor/check-deliveries.ts';
import { checkEnterprise } from '../../src/doctor/check-enterprise.ts';
import { checkFolder, checkRoom } from '../../src/doctor/check-folder.ts';
import { checkApp, checkInstallations } from '../../src/doctor/check-grants.ts';
import { checkStore } from '../../src/doctor/check-store.ts';
import { checkWebhook } from '../../src/doctor/check-webhook.ts';
import { type Finding, hasProblem, listed } from '../../src/doctor/finding.ts';
import { ERRORS, type ErrorCode, ShowworkError } from '../../src/errors.ts';
import type {
  DeliveryAttempt,
  InspectedHook,
  InspectedInstallation,
  StoreInspection,
} from '../../src/ports.ts';

const states = (findings: readonly Finding[]) => findings.map(({ state }) => state);
const words = (findings: readonly Finding[]) =>
  findings.map(({ says, advice }) => `${says} ${advice}`).join('\n');

describe('every finding that is not ok', () => {
  test('says what to do, and only those do', () => {
    const findings = [
      checkRoom(0),
      checkRoom(2 ** 40),
      checkCredentials(new ShowworkError('GITHUB_GONE', 'x')),
    ];
    expect(findings.map(({ advice }) => advice !== null)).toEqual([true, false, true]);
    expect(hasProblem(findings)).toBe(true);
    expect(hasProblem([checkRoom(500 * 1024 ** 2)])).toBe(false);
  });
});

describe('the configuration', () => {
  test('is told as the server would refuse it, without a value', () => {
    const loaded = loadConfig({ APP_ID: '1', PRIVATE_KEY: 'hunter2', WEBHOOK_SECRET: 'hunter2', PORT: 'x' });
    if (loaded.ok) throw new Error('it was taken');
    const findings = checkConfiguration(loaded.problems, loaded.empty);
    expect(states(findings)).toEqual(['problem', 'problem', 'problem']);
    expect(words(findings)).toContain(
      'WEBHOOK_SECRET has fewer than 16 characters. Make one: openssl rand -hex 32.',
    );
    expect(words(findings)).not.toContain('hunter2');
  });

  test('that is empty leads to the set-up', () => {
    expect(checkConfiguration([], true)).toMatchObject([
      { state: 'problem', advice: expect.stringContaining('showwork setup') },
    ]);
    expect(states(checkConfiguration([], false))).toEqual(['ok']);
  });
});

describe('the credentials', () => {
  test('are good where GitHub says who we are', () => {
    const app = {
      id: 7,
      name: 'Showwork',
      htmlUrl: 'https://github.com/apps/showwork',
      permissions: {},
      events: [],
    };
    expect(checkCredentials(app)).toMatchObject({
      state: 'ok',
      says: expect.stringContaining('Showwork (App ID 7)'),
    });
  });

  test.each(Object.keys(ERRORS) as ErrorCode[])('after %s are a problem with something to do', code => {
    const finding = checkCredentials(new ShowworkError(code, 'a detail'));
    expect(finding).toMatchObject({ state: 'problem', advice: expect.stringMatching(/\.$/) });
    expect(words([finding])).not.toContain('a detail');
  });
});

describe('the clock', () => {
  const ours = new Date('2026-03-01T12:00:00Z');
  const ahead = (seconds: number) => ({
    time: { ours, theirs: new Date(+ours - seconds * 1000) },
    enterpriseVersion: null,
  });
  test.each([
    [0, 'ok'],
    [5, 'ok'],
    [-5, 'ok'],
    [6, 'warning'],
    [30, 'warning'],
    [31, 'problem'],
    [-6, 'warning'],
    [-60, 'warning'],
    [-61, 'problem'],
  ])('%d seconds ahead is %s', (seconds, state) => {
    expect(checkClock(ahead(seconds))).toMatchObject({ check: 'clock', state });
  });
  test('is told in words, and not at all where GitHub did not say the time', () => {
    expect(checkClock(ahead(90))?.says).toBe('It is 90 seconds ahead of GitHub’s.');
    expect(checkClock(ahead(-90))?.says).toBe('It is 90 seconds behind GitHub’s.');
    expect(checkClock({ time: null, enterpriseVersion: null })).toBeNull();
  });
});

test.each([
  ['3.8.17', 'problem'],
  ['2.22.0', 'problem'],
  ['3.9.0', 'ok'],
  ['3.17.2', 'ok'],
  ['4.0.0', 'ok'],
])('an Enterprise Server %s is %s', (enterpriseVersion, state) => {
  expect(checkEnterprise({ time: null, enterpriseVersion })).toMatchObject({ state });
  expect(checkEnterprise({ time: null, enterpriseVersion: null })).toBeNull();
});

const WANTED = { permissions: { checks: 'write', contents: 'read' }, events: ['push'] };
const APP = { id: 7, name: 'Showwork', htmlUrl: 'https://github.com/apps/showwork', ...WANTED };

describe('what the app asks for', () => {
  test('is compared with app.yml, level by level', () => {
    expect(states(checkApp(APP, WANTED))).toEqual(['ok']);
    expect(states(checkApp({ ...APP, permissions: { checks: 'write', contents: 'write' } }, WANTED))).toEqual(
      ['ok'],
    );
    const less = checkApp({ ...APP, permissions: { checks: 'read' }, events: [] }, WANTED);
    expect(states(less)).toEqual(['problem']);
    expect(words(less)).toContain('does not ask for checks: write, contents: read, push');
    const more = checkApp({ ...APP, permissions: { ...APP.permissions, secrets: 'write' } }, WANTED);
    expect(states(more)).toEqual(['warning']);
    expect(words(more)).toContain('asks for secrets as well');
  });
});

describe('installations', () => {
  const installation = (changes: Partial<InspectedInstallation> = {}): InspectedInstallation => ({
    id: 1,
    account: 'ada',
    suspended: false,
    ...WANTED,
    ...changes,
  });

  test('that approved everything are counted', () => {
    expect(words(checkInstallations([installation(), installation()], WANTED))).toContain('2 of 2 approved');
    expect(states(checkInstallations([], WANTED))).toEqual(['warning']);
  });

  test('that did not are named, with what is missing', () => {
    const findings = checkInstallations(
      [
        installation({ permissions: { checks: 'read' } }),
        installation({ account: 'grace', events: [] }),
        installation({ id: 9, account: null, suspended: true }),
      ],
      WANTED,
    );
    expect(states(findings)).toEqual(['warning', 'warning']);
    expect(words(findings)).toContain('ada, grace did not approve checks: write, contents: read, push.');
    expect(words(findings)).toContain('installation 9 suspended the app.');
  });

  test('by the hundred are not all named', () => {
    const names = Array.from({ length: 12 }, (_, index) => `a${index}`);
    expect(listed(names)).toMatch(/^a0, .*a9 and 2 more$/);
    expect(listed(names.slice(0, 10))).toMatch(/^a0, .*, a9$/);
  });
});

describe('the webhook', () => {
  const HOOK: InspectedHook = {
    url: 'https://example.com/secret-path',
    contentType: 'json',
    hasSecret: true,
    checksCertificates: true,
  };
  test.each<[string, Partial<InspectedHook>, string[]]>([
    ['as it should be', {}, ['ok']],
    ['without a URL', { url: null }, ['problem']],
    ['form-encoded', { contentType: 'form' }, ['problem']],
    ['unsigned', { hasSecret: false }, ['problem']],
    ['unencrypted', { url: 'http://example.com/x' }, ['warning']],
    ['without checks of the certificate', { checksCertificates: false }, ['warning']],
    [
      'with all of it',
      { contentType: 'form', hasSecret: false, checksCertificates: false },
      ['problem', 'problem', 'warning'],
    ],
  ])('%s', (_, changes, expected) => {
    const findings = checkWebhook({ ...HOOK, ...changes });
    expect(states(findings)).toEqual(expected);
    expect(words(findings)).not.toContain('secret-path');
  });
});

describe('deliveries', () => {
  let ids = 0;
  const attempt = (guid: string, status = 'OK'): DeliveryAttempt => {
    ids += 1;
    const attemptedAt = new Date('2026-03-01T12:00:00Z');
    return { id: ids, guid, event: 'push', action: null, attemptedAt, arrived: status === 'OK', status };
  };

  test('that arrived, also at the second attempt, are well', () => {
    const findings = checkDeliveries([attempt('b', 'OK'), attempt('b', 'timed out'), attempt('a')]);
    expect(findings).toMatchObject([{ state: 'ok', says: 'All 2 events of the last three days arrived.' }]);
    expect(states(checkDeliveries([]))).toEqual(['warning']);
  });

  test('that did not are told by reason, most frequent first', () => {
    const findings = checkDeliveries([
      attempt('new'),
      attempt('a', 'failed to connect to host'),
      attempt('b', 'Invalid HTTP Response: 401'),
      attempt('c', 'Invalid HTTP Response: 401'),
      attempt('c', 'timed out'),
    ]);
    expect(states(findings)).toEqual(['warning', 'warning']);
    expect(findings[0]?.says).toBe(
      '2 of 4 events of the last three days did not arrive: Invalid HTTP Response: 401, last at 2026-03-01T12:00:00.000Z.',
    );
    expect(findings[0]?.advice).toContain('WEBHOOK_SECRET');
    expect(findings[1]?.advice).toContain('reached from outside');
  });

  test('are a problem where even the newest did not arrive', () => {
    expect(states(checkDeliveries([attempt('a', 'timed out'), attempt('b')]))).toEqual(['problem']);
  });

  test('show five reasons at most', () => {
    const many = Array.from({ length: 8 }, (_, index) =>
      attempt(`g${index}`, `Invalid HTTP Response: 50${index}`),
    );
    expect(checkDeliveries(many)).toHaveLength(5);
  });
});

describe('the store', () => {
  const usable = (changes: object = {}): StoreInspection => ({
    kind: 'usable',
    refusesWrites: null,
    pending: [],
    unknown: [],
    deadLetters: 0,
    ...changes,
  });
  test.each<[string, StoreInspection, string[]]>([
    ['that is not there yet', { kind: 'absent' }, ['ok']],
    ['that cannot be opened', { kind: 'unusable', reason: 'disk I/O error' }, ['problem']],
    ['as it should be', usable(), ['ok', 'ok', 'ok']],
    ['that takes no writes', usable({ refusesWrites: 'readonly' }), ['problem', 'ok', 'ok']],
    ['of an older version', usable({ pending: ['0009-x'] }), ['ok', 'warning', 'ok']],
    ['of a newer version', usable({ unknown: ['0099-x'] }), ['ok', 'problem', 'ok']],
    ['in which something was given up', usable({ deadLetters: 2 }), ['ok', 'ok', 'warning']],
  ])('%s', (_, store, expected) => expect(states(checkStore(store))).toEqual(expected));
});

describe('the data folder', () => {
  test('that is not there yet is looked at where it would be made', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'showwork-doctor-'));
    const findings = await checkFolder(join(folder, 'a/b/showwork.sqlite'));
    expect(findings.map(({ check }) => check)).toEqual(['data-folder', 'disk']);
    expect(findings[0]?.state).toBe('ok');
    rmSync(folder, { recursive: true });
  });

  test('whose database others may read is a warning', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'showwork-doctor-'));
    const path = join(folder, 'showwork.sqlite');
    writeFileSync(path, '', { mode: 0o600 });
    expect((await checkFolder(path))[0]).toMatchObject({ state: 'ok' });
    chmodSync(path, 0o640);
    expect((await checkFolder(path))[0]).toMatchObject({ state: 'warning', advice: `chmod 600 ${path}` });
    rmSync(folder, { recursive: true });
  });

  test.each([
    [100 * 1024 ** 2 - 1, 'problem'],
    [100 * 1024 ** 2, 'warning'],
    [1024 ** 3 - 1, 'warning'],
    [1024 ** 3, 'ok'],
  ])('with %d bytes free is %s', (bytes, state) => expect(checkRoom(bytes)).toMatchObject({ state }));
});
