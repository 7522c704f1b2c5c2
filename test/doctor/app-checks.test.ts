import { describe, expect, test } from '@jest/globals';
import { checkDeliveries } from '../../src/doctor/check-deliveries.ts';
import { checkApp, checkInstallations } from '../../src/doctor/check-grants.ts';
import { checkWebhook } from '../../src/doctor/check-webhook.ts';
import { type Finding, listed } from '../../src/doctor/finding.ts';
import type { DeliveryAttempt, InspectedHook, InspectedInstallation } from '../../src/ports.ts';

const states = (findings: readonly Finding[]) => findings.map(({ state }) => state);
const words = (findings: readonly Finding[]) =>
  findings.map(({ says, advice }) => `${says} ${advice}`).join('\n');

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
