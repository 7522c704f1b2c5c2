import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { deliver } from '../helpers/deliver.ts';
import { readWebhookExamples } from '../helpers/webhook-examples.ts';
import { SECRET } from './start-intake.ts';

const MEBIBYTE = 1024 * 1024;
const CHUNK = Buffer.alloc(MEBIBYTE, 'x');
const UNSIGNED = {
  'content-type': 'application/json',
  'x-github-event': 'push',
  'x-github-delivery': 'flood',
};
const BADLY_SIGNED = { ...UNSIGNED, 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` };

const Memory = z.object({ peakMemory: z.number(), stored: z.number() });

let server: ChildProcess;
let url: string;

beforeAll(async () => {
  server = fork(fileURLToPath(new URL('intake-process.ts', import.meta.url)), { execArgv: [] });
  const [hello] = await once(server, 'message');
  url = z.object({ url: z.string() }).parse(hello).url;
  // Warm: code is loaded and the heap has its working size before anything is measured.
  for (const [number, { event, payload }] of readWebhookExamples('api.github.com').entries()) {
    await deliver({ url, secret: SECRET, id: `warm-${number}`, event, payload });
  }
});
afterAll(async () => {
  if (server.exitCode !== null) return;
  const exited = once(server, 'exit');
  server.kill();
  await exited;
});

async function readMemory(): Promise<z.infer<typeof Memory>> {
  server.send('memory');
  const [answer] = await once(server, 'message');
  return Memory.parse(answer);
}

/** Sends that many mebibytes, or for ever, and answers the status; 0 where the connection ended without one. */
function pour(mebibytes: number, headers: Record<string, string>): Promise<number> {
  return new Promise(resolve => {
    const sender = request(url, { method: 'POST', headers });
    let status = 0;
    let left = mebibytes;
    sender.on('response', response => {
      status = response.statusCode ?? 0;
      response.resume();
    });
    sender.on('error', () => {});
    sender.on('close', () => resolve(status));
    function pump(): void {
      if (sender.destroyed || sender.writableEnded) return;
      if (left === 0) {
        sender.end();
        return;
      }
      left -= 1;
      sender.write(CHUNK, () => setImmediate(pump));
    }
    pump();
  });
}

/** Peak memory gained by the senders, in mebibytes. */
async function costOf(senders: () => Promise<unknown>): Promise<number> {
  const before = await readMemory();
  await senders();
  const after = await readMemory();
  return (after.peakMemory - before.peakMemory) / MEBIBYTE;
}

const THIRTY = { 'content-length': String(30 * MEBIBYTE) };

test.each([
  ['30 MB, declared, unsigned', 30, { ...UNSIGNED, ...THIRTY }, 401],
  ['30 MB, declared, badly signed', 30, { ...BADLY_SIGNED, ...THIRTY }, 413],
  ['endless, unsigned', Number.POSITIVE_INFINITY, UNSIGNED, 401],
  ['endless, badly signed', Number.POSITIVE_INFINITY, BADLY_SIGNED, 413],
])('%s: a clear refusal at the price of one bounded body', async (_case, mebibytes, headers, status) => {
  let answered = 0;
  const cost = await costOf(async () => {
    answered = await pour(mebibytes, headers);
  });
  expect(answered).toBe(status);
  expect(cost).toBeLessThan(80);
});

test('many large bodies at once cost no more than what may be buffered', async () => {
  const statuses: number[] = [];
  const cost = await costOf(async () => {
    const senders = Array.from({ length: 15 }, () => pour(20, BADLY_SIGNED));
    statuses.push(...(await Promise.all(senders)));
  });
  // Read to the end and found unsigned, turned away because others are being read, or too slow on a busy machine.
  for (const status of statuses) expect([401, 503, 408]).toContain(status);
  expect(cost).toBeLessThan(300);
});

test('the process is alive and takes real deliveries in', async () => {
  const payload = { action: 'deleted', installation: { id: 1 } };
  const answer = await deliver({ url, secret: SECRET, id: 'after', event: 'installation', payload });
  expect(answer).toEqual({ status: 202, body: { result: 'accepted' } });
  expect(server.exitCode).toBeNull();
});
