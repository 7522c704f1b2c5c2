import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sign } from '@octokit/webhooks-methods';
import { MAX_BODY_BYTES } from '../../src/webhooks/limits.ts';
import { type Answer, deliver } from '../helpers/deliver.ts';
import { requestHead, sendRaw } from './raw-request.ts';
import { PREVIOUS_SECRET, type RunningIntake, SECRET, startIntake } from './start-intake.ts';

const PING = { zen: 'Keep it logically awesome.' };

let intake: RunningIntake;
beforeEach(async () => {
  intake = await startIntake();
});
afterEach(() => intake.close());

/** A correct ping, but for the headers given. */
function pingWith(headers: Record<string, string | undefined>): Promise<Answer> {
  return deliver({ url: intake.url, secret: SECRET, id: 'd-1', event: 'ping', payload: PING, headers });
}

/** A body of exactly that many bytes, valid JSON. */
function bodyOfSize(bytes: number): string {
  return `{"zen":"${'x'.repeat(bytes - '{"zen":""}'.length)}"}`;
}

describe('a request that is not a webhook of ours is refused with what is wrong and what to do', () => {
  test.each([
    ['no event', { 'x-github-event': undefined }, 400, 'no-event', /X-GitHub-Event/],
    ['no event name', { 'x-github-event': 'Push!' }, 400, 'no-event', /X-GitHub-Event/],
    ['no delivery id', { 'x-github-delivery': undefined }, 400, 'no-delivery', /X-GitHub-Delivery/],
    [
      'a delivery id of 65 characters',
      { 'x-github-delivery': 'a'.repeat(65) },
      400,
      'no-delivery',
      /delivery id/,
    ],
    ['no signature', { 'x-hub-signature-256': undefined }, 401, 'no-signature', /WEBHOOK_SECRET/],
    ['only a SHA-1', { 'x-hub-signature-256': 'sha1=00' }, 401, 'no-signature', /X-Hub-Signature-256/],
    [
      'a wrong signature',
      { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` },
      401,
      'bad-signature',
      /proxy/,
    ],
    [
      'a form',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'form-encoded',
      /application\/json/,
    ],
    ['plain text', { 'content-type': 'text/plain' }, 415, 'not-json', /application\/json/],
    ['compression', { 'content-encoding': 'gzip' }, 415, 'encoded', /compression/],
  ])('%s', async (_case, headers, status, error, message) => {
    const answer = await pingWith(headers);
    expect(answer).toEqual({ status, body: { error, message: expect.stringMatching(message) } });
    expect(intake.store.deliveries).toEqual([]);
    expect(intake.observed).toEqual([`refused ${error}`]);
  });

  test('a signature by a secret that is not ours', async () => {
    const answer = await deliver({
      url: intake.url,
      secret: `${SECRET}.`,
      id: 'd',
      event: 'ping',
      payload: PING,
    });
    expect(answer).toMatchObject({ status: 401, body: { error: 'bad-signature' } });
  });

  test('a signature that is right for other bytes', async () => {
    const answer = await pingWith({ 'x-hub-signature-256': await sign(SECRET, `${JSON.stringify(PING)} `) });
    expect(answer).toMatchObject({ status: 401, body: { error: 'bad-signature' } });
  });

  test.each([' ', '[1, 2', 'payload=%7B%7D', '{"a":1}}'])('signed, but not JSON: %j', async payload => {
    const answer = await deliver({ url: intake.url, secret: SECRET, id: 'd', event: 'push', payload });
    expect(answer).toMatchObject({ status: 400, body: { error: 'bad-json' } });
  });

  test.each(['null', '7', '"push"', '[]'])('signed JSON that is no payload: %s', async payload => {
    const answer = await deliver({ url: intake.url, secret: SECRET, id: 'd', event: 'push', payload });
    expect(answer).toMatchObject({ status: 422, body: { error: 'unreadable' } });
  });

  test('a payload of an event we act on that lacks a field names the field', async () => {
    const payload = { ref: 'refs/heads/main', installation: { id: 1 } };
    const answer = await deliver({ url: intake.url, secret: SECRET, id: 'd', event: 'push', payload });
    const message = expect.stringMatching(/repository: .*after: /);
    expect(answer).toEqual({ status: 422, body: { error: 'unreadable', message } });
  });

  test.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('the method %s', async method => {
    const body = method === 'PUT' || method === 'PATCH' ? '{}' : null;
    const response = await fetch(intake.url, { method, body });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  test('another address', async () => {
    const response = await fetch(new URL('/nothing-here', intake.url), { method: 'POST', body: '{}' });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: 'not-found' });
  });
});

describe('what is broken on the wire', () => {
  const headers = {
    'content-type': 'application/json',
    'x-github-event': 'ping',
    'x-github-delivery': 'd',
    'x-hub-signature-256': `sha256=${'0'.repeat(64)}`,
  };

  test('a body that ends before its length', async () => {
    const head = requestHead({ ...headers, 'content-length': '100' });
    const answer = await sendRaw(intake.port, `${head}{"zen":`, { end: true });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ error: 'incomplete' });
  });

  test('no body at all', async () => {
    const head = requestHead({ ...headers, 'content-length': '0', connection: 'close' });
    const answer = await sendRaw(intake.port, head, { end: false });
    expect(answer).toMatchObject({ status: 400, body: expect.stringContaining('"empty"') });
  });

  test('an empty chunked body', async () => {
    const head = requestHead({ ...headers, 'transfer-encoding': 'chunked', connection: 'close' });
    const answer = await sendRaw(intake.port, `${head}0\r\n\r\n`, { end: false });
    expect(answer).toMatchObject({ status: 400, body: expect.stringContaining('"empty"') });
  });

  test('what is no HTTP', async () => {
    const answer = await sendRaw(intake.port, 'hello there\r\n\r\n', { end: false });
    expect(answer).toMatchObject({ status: 400, body: expect.stringContaining('"malformed"') });
  });

  test('headers of more than 16 kB', async () => {
    const head = requestHead({ ...headers, 'x-filler': 'x'.repeat(20_000) });
    const answer = await sendRaw(intake.port, head, { end: false });
    expect(answer).toMatchObject({ status: 431, body: expect.stringContaining('"headers-too-large"') });
  });
});

describe('slow senders are cut off', () => {
  const timeouts = { headersMs: 100, requestMs: 200, checkMs: 50 };

  test.each([
    ['headers that never end', 'POST /api/github/webhooks HTTP/1.1\r\nhost: 127.0.0.1\r\n'],
    [
      'a body that never comes',
      requestHead({
        'content-type': 'application/json',
        'content-length': '10',
        'x-github-event': 'ping',
        'x-github-delivery': 'd',
        'x-hub-signature-256': `sha256=${'0'.repeat(64)}`,
      }),
    ],
  ])('%s', async (_case, bytes) => {
    const impatient = await startIntake(timeouts);
    const answer = await sendRaw(impatient.port, bytes, { end: false });
    expect(answer).toMatchObject({ status: 408, body: expect.stringContaining('"timeout"') });
    await impatient.close();
  });
});

describe('size', () => {
  test('a body of the limit is taken in', async () => {
    const payload = bodyOfSize(MAX_BODY_BYTES);
    const answer = await deliver({ url: intake.url, secret: SECRET, id: 'd', event: 'ping', payload });
    expect(answer).toMatchObject({ status: 202, body: { result: 'ignored' } });
  });

  test('one byte more is refused by its declared length, before it is read', async () => {
    const payload = bodyOfSize(MAX_BODY_BYTES + 1);
    const answer = await deliver({ url: intake.url, secret: SECRET, id: 'd', event: 'ping', payload });
    expect(answer).toMatchObject({ status: 413, body: { error: 'too-large' } });
  });

  test('one byte more without a declared length is refused when it comes', async () => {
    const body = new Blob([bodyOfSize(MAX_BODY_BYTES + 1)]).stream();
    const headers = {
      'content-type': 'application/json',
      'x-github-event': 'ping',
      'x-github-delivery': 'd',
      'x-hub-signature-256': `sha256=${'0'.repeat(64)}`,
    };
    const response = await fetch(intake.url, { method: 'POST', headers, body, duplex: 'half' });
    expect(response.status).toBe(413);
  });
});

describe('what is taken in', () => {
  test('a delivery signed with the previous secret', async () => {
    const answer = await deliver({
      url: intake.url,
      secret: PREVIOUS_SECRET,
      id: 'd',
      event: 'ping',
      payload: PING,
    });
    expect(answer).toMatchObject({ status: 202 });
  });

  test('the media type in any case and with parameters', async () => {
    expect(await pingWith({ 'content-type': 'Application/JSON; charset=utf-8' })).toMatchObject({
      status: 202,
    });
  });

  test('where the store fails, GitHub is told to record the failure', async () => {
    intake.store.failWith(new Error('disk full'));
    const payload = { action: 'deleted', installation: { id: 1 } };
    const answer = await deliver({
      url: intake.url,
      secret: SECRET,
      id: 'd',
      event: 'installation',
      payload,
    });
    expect(answer).toMatchObject({ status: 503, body: { error: 'store-unavailable' } });
    expect(intake.logger.lines).toContainEqual(
      expect.objectContaining({ level: 'error', fields: expect.objectContaining({ delivery: 'd' }) }),
    );
  });

  test('the same delivery twice is stored once', async () => {
    const delivery = {
      url: intake.url,
      secret: SECRET,
      id: 'd',
      event: 'installation',
      payload: { action: 'deleted', installation: { id: 1 } },
    };
    expect(await deliver(delivery)).toEqual({ status: 202, body: { result: 'accepted' } });
    expect(await deliver(delivery)).toEqual({ status: 202, body: { result: 'duplicate' } });
    expect(intake.store.deliveries).toHaveLength(1);
    expect(intake.observed).toEqual(['installation accepted', 'installation duplicate']);
  });
});
