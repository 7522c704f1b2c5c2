import { expect, test } from '@jest/globals';
import { createLogger } from '../src/logger.ts';

/** What is written for one error line with these fields. */
function written(fields: object, message = 'it happened'): string {
  const lines: string[] = [];
  createLogger('info', { write: line => lines.push(line) }).error(fields, message);
  return lines.join('');
}

test('a line is one JSON object with level, time, fields and message', () => {
  const line = JSON.parse(written({ delivery: 'd-1' }));
  expect(line).toEqual({ level: 'error', time: expect.any(String), delivery: 'd-1', msg: 'it happened' });
});

test('below its level nothing is written', () => {
  const lines: string[] = [];
  const logger = createLogger('warn', { write: line => lines.push(line) });
  logger.debug({}, 'no');
  logger.info({}, 'no');
  logger.warn({}, 'yes');
  expect(lines).toHaveLength(1);
});

test('an error is named with its code, its message and its cause, without request and response', () => {
  const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  const error = Object.assign(new Error('no answer', { cause }), {
    status: 500,
    request: { body: 'the text of a README' },
    response: { data: 'the text of a README' },
  });
  const { err } = JSON.parse(written({ err: error }));
  expect(err).toMatchObject({
    type: 'Error',
    status: 500,
    message: 'no answer',
    cause: { code: 'ECONNREFUSED' },
  });
  expect(JSON.stringify(err)).not.toContain('README');
});

test('lists, and what is nested without secrets, are written as they are', () => {
  const fields = { deliveries: ['d-1', 'd-2'], job: { key: 'k', tries: [1, 2] }, none: null };
  const line = JSON.parse(written({ ...fields, at: new Date(0) }));
  expect(line).toMatchObject({ ...fields, at: '1970-01-01T00:00:00.000Z' });
});

test('what a secret stands beside is written, and the fields that were given stay as they are', () => {
  const fields = { config: { port: 3000, privateKey: 'hunter2' } };
  expect(JSON.parse(written(fields))).toMatchObject({ config: { port: 3000, privateKey: '[redacted]' } });
  expect(fields.config.privateKey).toBe('hunter2');
});

// Put together here, so that no scanner takes the test for a leak.
const TOKEN = `ghs_${'a1B2'.repeat(9)}`;
const JWT = ['eyJhbGciOiJSUzI1NiJ9', 'eyJpc3MiOjEyfQ', 'c2lnbmF0dXJl'].join('.');
const KEY = ['-----BEGIN RSA PRIVATE', 'KEY-----\nMIIEpQIBAAKCAQEA\n-----END RSA PRIVATE', 'KEY-----'].join(
  ' ',
);

class Options {
  readonly privateKey = 'hunter2';
}

test.each([
  ['a token in a field', { token: 'anything at all' }, 'anything at all'],
  ['a secret one level down', { config: { webhookSecrets: ['hunter2'] } }, 'hunter2'],
  ['a secret of an object with a class', { options: new Options() }, 'hunter2'],
  ['headers', { request: { headers: { authorization: 'Bearer x' } } }, 'Bearer x'],
  ['an installation token in a text', { url: `https://x:${TOKEN}@github.com` }, TOKEN],
  ['a token in the message of an error', { err: new Error(`bad token ${TOKEN}`) }, TOKEN],
  ['a JSON web token in a text', { detail: `sent ${JWT}` }, JWT],
  ['a database in a text', { detail: 'cannot reach postgres://showwork:hunter2@db/showwork' }, 'hunter2'],
  ['a private key in a text', { detail: KEY }, 'MIIEpQIBAAKCAQEA'],
])('%s is not written', (_case, fields, secret) => {
  const line = written(fields);
  expect(line).toMatch(/redacted/i);
  expect(line).not.toContain(secret);
});
