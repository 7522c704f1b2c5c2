import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sign } from '@octokit/webhooks-methods';
import { type Answer, deliver } from '../helpers/deliver.ts';
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
