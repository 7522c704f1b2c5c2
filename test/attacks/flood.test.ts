/** Many requests without a good signature, and few that are large and never end, beside honest ones. */
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { MAX_BODY_BYTES, MAX_BUFFERED_BYTES } from '../../src/webhooks/limits.ts';
import { startTarget, type Target } from './target.ts';
import { onTheWire, signedLines } from './wire.ts';

/** More than a second's work, on a machine that may have other work. */
jest.setTimeout(90_000);

let target: Target;
beforeAll(async () => {
  target = await startTarget();
});
afterAll(() => target.close());

const BAD = `sha256=${'0'.repeat(64)}`;
const BODY = JSON.stringify({ action: 'deleted', installation: { id: 1 } });

test('two hundred unsigned and badly signed requests: all are refused, none is stored, ten deliveries between them are', async () => {
  const senders = Array.from({ length: 10 }, async (_, sender) => {
    const statuses: number[] = [];
    for (let times = 0; times < 20; times += 1) {
      const signature = (sender + times) % 2 === 0 ? undefined : BAD;
      const headers = signedLines(target.secret, BODY, { 'x-hub-signature-256': signature });
      const response = await fetch(target.webhookUrl, {
        method: 'POST',
        headers: headers
          .filter(([name]) => name !== 'content-length')
          .map(([name, value]): [string, string] => [name, value]),
        body: BODY,
      });
      await response.text();
      statuses.push(response.status);
    }
    return statuses;
  });
  for (let times = 0; times < 10; times += 1) expect(await target.deliverHonestly()).toBe(202);
  expect(new Set((await Promise.all(senders)).flat())).toEqual(new Set([401]));
  expect(target.stored()).toHaveLength(10);
  // Said once, not two hundred times.
  expect(target.logger.lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
});

test('large bodies that are never finished give way to a delivery', async () => {
  const size = MAX_BODY_BYTES - 1024;
  const begun = onTheWire({
    headers: signedLines('x', 'x', { 'x-hub-signature-256': BAD, 'content-length': String(MAX_BODY_BYTES) }),
    body: Buffer.alloc(size),
  });
  const count = Math.ceil(MAX_BUFFERED_BYTES / size) + 1;
  const hoarders = Array.from({ length: count }, () => connect({ port: target.port, host: '127.0.0.1' }));
  const turnedOut = Promise.withResolvers<void>();
  for (const hoarder of hoarders) {
    hoarder.on('error', () => {}).on('data', () => turnedOut.resolve());
    hoarder.write(begun);
  }
  await turnedOut.promise;
  for (let times = 0; times < 3; times += 1) expect(await target.deliverHonestly()).toBe(202);
  for (const hoarder of hoarders) hoarder.destroy();
});
