import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { HTTP_TIMEOUTS } from '../../src/web/http-server.ts';
import { MAX_BODY_BYTES } from '../../src/webhooks/limits.ts';
import { deliver } from '../helpers/deliver.ts';
import { requestHead, sendRaw } from './raw-request.ts';
import { type RunningIntake, SECRET, startIntake } from './start-intake.ts';

const BADLY_SIGNED = {
  'content-type': 'application/json',
  'x-github-event': 'ping',
  'x-github-delivery': 'd',
  'x-hub-signature-256': `sha256=${'0'.repeat(64)}`,
};

let intake: RunningIntake;
beforeEach(async () => {
  intake = await startIntake();
});
afterEach(() => intake.close());

/** A body of exactly that many bytes, valid JSON. */
function bodyOfSize(bytes: number): string {
  return `{"zen":"${'x'.repeat(bytes - '{"zen":""}'.length)}"}`;
}

describe('what is broken on the wire', () => {
  test('a body that ends before its length', async () => {
    const head = requestHead({ ...BADLY_SIGNED, 'content-length': '100' });
    const answer = await sendRaw(intake.port, `${head}{"zen":`, { end: true });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ error: 'incomplete' });
  });

  test('no body at all', async () => {
    const head = requestHead({ ...BADLY_SIGNED, 'content-length': '0', connection: 'close' });
    const answer = await sendRaw(intake.port, head, { end: false });
    expect(answer).toMatchObject({ status: 400, body: expect.stringContaining('"empty"') });
  });

  test('an empty chunked body', async () => {
    const head = requestHead({ ...BADLY_SIGNED, 'transfer-encoding': 'chunked', connection: 'close' });
    const answer = await sendRaw(intake.port, `${head}0\r\n\r\n`, { end: false });
    expect(answer).toMatchObject({ status: 400, body: expect.stringContaining('"empty"') });
  });

  test('what is no HTTP', async () => {
    const answer = await sendRaw(intake.port, 'hello there\r\n\r\n', { end: false });
    expect(answer).toMatchObject({ status: 400, body: expect.stringContaining('"malformed"') });
  });

  test('headers of more than 16 kB', async () => {
    const head = requestHead({ ...BADLY_SIGNED, 'x-filler': 'x'.repeat(20_000) });
    const answer = await sendRaw(intake.port, head, { end: false });
    expect(answer).toMatchObject({ status: 431, body: expect.stringContaining('"headers-too-large"') });
  });
});

describe('slow senders are cut off', () => {
  const timeouts = { ...HTTP_TIMEOUTS, headersMs: 100, requestMs: 200, checkMs: 50 };

  test.each([
    ['headers that never end', 'POST /api/github/webhooks HTTP/1.1\r\nhost: 127.0.0.1\r\n'],
    ['a body that never comes', requestHead({ ...BADLY_SIGNED, 'content-length': '10' })],
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
    const response = await fetch(intake.url, { method: 'POST', headers: BADLY_SIGNED, body, duplex: 'half' });
    expect(response.status).toBe(413);
  });
});
