import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { verify } from '@octokit/webhooks-methods';
import { z } from 'zod';
import { GITHUB_LIMITS } from './limits.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { appJwt, send } from './testing/client.ts';
import { type Receiver, startReceiver } from './testing/receiver.ts';

let simulator: Simulator;
let receiver: Receiver;
beforeAll(async () => {
  simulator = await startSimulator();
  receiver = await startReceiver();
});
afterEach(() => {
  receiver.status = 202;
});
afterAll(async () => {
  expect(simulator.violations).toEqual([]);
  await simulator.close();
  await receiver.close();
});

describe('deliveries', () => {
  const push = () => {
    const repository = simulator.addRepository({ owner: 'ada', name: `d${receiver.received.length}` });
    return simulator.webhooks.push(repository.commit('main', { a: 'ä' }));
  };

  test('are signed over the bytes that are sent, and say what they are', async () => {
    const event = push();
    const result = await simulator.webhooks.deliver({ url: receiver.url, ...event });
    expect(result).toMatchObject({ status: 202, body: 'taken' });
    const { headers, body } = receiver.received.at(-1) ?? { headers: {}, body: '' };
    const signature = String(headers['x-hub-signature-256']);
    expect(await verify(simulator.app.webhookSecret, body, signature)).toBe(true);
    expect(JSON.parse(body)).toEqual(JSON.parse(JSON.stringify(event.payload)));
    expect(headers).toMatchObject({
      'x-github-event': 'push',
      'x-github-delivery': result.deliveryId,
      'x-github-hook-installation-target-id': String(simulator.app.appId),
      'content-type': 'application/json',
    });
  });

  test('can be signed with another secret and repeated under one id', async () => {
    const event = push();
    const twice = { url: receiver.url, ...event, secret: 'another secret', deliveryId: 'one-id' };
    await simulator.webhooks.deliver(twice);
    await simulator.webhooks.deliver(twice);
    const [first, second] = receiver.received.slice(-2);
    expect(second?.headers['x-github-delivery']).toBe('one-id');
    expect(second?.body).toBe(first?.body);
    const signature = String(second?.headers['x-hub-signature-256']);
    expect(await verify('another secret', second?.body ?? '', signature)).toBe(true);
  });

  test('are given up where no answer comes in time', async () => {
    receiver.status = null;
    simulator.limits.webhookAnswerMs = 30;
    await expect(simulator.webhooks.deliver({ url: receiver.url, ...push() })).rejects.toThrow('timeout');
    simulator.limits.webhookAnswerMs = GITHUB_LIMITS.webhookAnswerMs;
    expect(simulator.webhooks.deliveries.at(-1)).toMatchObject({ status: 0 });
  });

  test('fail where nobody listens, and are not sent at all over 25 MB', async () => {
    await expect(simulator.webhooks.deliver({ url: 'http://127.0.0.1:1/', ...push() })).rejects.toThrow(
      'Nobody',
    );
    const event = push();
    const seen = receiver.received.length;
    simulator.limits.webhookBytes = Buffer.byteLength(JSON.stringify(event.payload)) - 1;
    await expect(simulator.webhooks.deliver({ url: receiver.url, ...event })).rejects.toThrow(
      'does not send',
    );
    simulator.limits.webhookBytes += 1;
    await simulator.webhooks.deliver({ url: receiver.url, ...event });
    simulator.limits.webhookBytes = GITHUB_LIMITS.webhookBytes;
    expect(receiver.received.length).toBe(seen + 1);
  });

  test('are listed newest first, in pages, and can be sent again under their own id', async () => {
    receiver.status = 500;
    const failed = await simulator.webhooks.deliver({ url: receiver.url, ...push() });
    const ask = (path: string, method = 'GET') =>
      send(simulator, { method, path, bearer: appJwt(simulator) });
    const page = await ask('/app/hook/deliveries?per_page=1');
    const [item] = z.array(z.object({ id: z.number(), guid: z.string() })).parse(page.body);
    expect(page.body).toMatchObject([
      { guid: failed.deliveryId, event: 'push', status_code: 500, redelivery: false, action: null },
    ]);
    expect(page.body).not.toMatchObject([{ status: 'OK' }]);
    const next = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1] ?? '';
    const older = await ask(next.replace(simulator.baseUrl, ''));
    expect(older.body).not.toMatchObject([{ id: item?.id }]);

    receiver.status = 202;
    expect(await ask(`/app/hook/deliveries/${item?.id}/attempts`, 'POST')).toMatchObject({ status: 202 });
    const [first, again] = receiver.received.slice(-2);
    expect(again?.body).toBe(first?.body);
    expect(again?.headers['x-github-delivery']).toBe(failed.deliveryId);
    expect((await ask('/app/hook/deliveries?per_page=2')).body).toMatchObject([
      { guid: failed.deliveryId, status: 'OK', status_code: 202, redelivery: true },
      { guid: failed.deliveryId, status_code: 500 },
    ]);
    expect((await ask(`/app/hook/deliveries/${item?.id}`)).body).toMatchObject({
      request: { payload: { ref: 'refs/heads/main' } },
      response: { payload: 'taken' },
    });
    expect(await ask('/app/hook/deliveries/1')).toMatchObject({ status: 404 });
  });
});
