import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadConfig } from '../../src/config.ts';
import { checkClock } from '../../src/doctor/check-clock.ts';
import { checkConfiguration } from '../../src/doctor/check-configuration.ts';
import { checkCredentials } from '../../src/doctor/check-credentials.ts';
import { checkEnterprise } from '../../src/doctor/check-enterprise.ts';
import { checkFolder, checkRoom } from '../../src/doctor/check-folder.ts';
import { checkStore } from '../../src/doctor/check-store.ts';
import { type Finding, hasProblem } from '../../src/doctor/finding.ts';
import { ERRORS, type ErrorCode, ShowworkError } from '../../src/errors.ts';
import type { StoreInspection } from '../../src/ports.ts';

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

describe('the store', () => {
  const usable = (changes: object = {}): StoreInspection => ({
    kind: 'usable',
    refusesWrites: null,
    pending: [],
    unknown: [],
    mayWork: true,
    deadLetters: 0,
    ...changes,
  });
  test.each<[string, StoreInspection, string[]]>([
    ['that is not there yet', { kind: 'absent' }, ['ok']],
    ['that cannot be opened', { kind: 'unusable', reason: 'disk I/O error' }, ['problem']],
    ['as it should be', usable(), ['ok', 'ok', 'ok']],
    ['that takes no writes', usable({ refusesWrites: 'readonly' }), ['problem', 'ok', 'ok']],
    ['of an older version', usable({ pending: ['0009-x'] }), ['ok', 'warning', 'ok']],
    ['of a newer version', usable({ unknown: ['0099-x'], mayWork: false }), ['ok', 'problem', 'ok']],
    ['of a newer version that lets this one work', usable({ unknown: ['0099-x@0007'] }), ['ok', 'ok', 'ok']],
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
