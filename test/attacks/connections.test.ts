/** Connections that are opened and not used, used too slowly, or used for more than one request at a time. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MAX_CONNECTIONS } from '../../src/web/connections.ts';
import { HTTP_TIMEOUTS } from '../../src/web/http-server.ts';
import { startIntake } from '../webhooks/start-intake.ts';
import { startTarget, type Target } from './target.ts';
import { exchange, onTheWire, signedLines, statusOf } from './wire.ts';

let target: Target;
let sockets: Socket[];
beforeEach(async () => {
  target = await startTarget();
  sockets = [];
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await target.close();
});

/** Opens a connection and sends these bytes; nothing that comes back is read. */
async function hold(bytes: string, port = target.port): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1' });
  sockets.push(socket);
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(bytes);
  return socket;
}
const BEGUN = 'POST /api/github/webhooks HTTP/1.1\r\nhost: a\r\n';
const CLAIMED = { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}`, 'content-length': '1000' };

describe('more connections than the server has room for', () => {
  test('push each other out, not a delivery', async () => {
    let closed = 0;
    for (let opened = 0; opened < MAX_CONNECTIONS + 100; opened += 1) {
      const bytes =
        opened % 2 === 0 ? BEGUN : onTheWire({ headers: signedLines('x', 'x', CLAIMED) }).toString();
      const socket = await hold(bytes);
      socket.resume().on('close', () => {
        closed += 1;
      });
    }
    expect(await target.deliverHonestly()).toBe(202);
    expect(closed).toBeGreaterThanOrEqual(100);
    expect(target.stored()).toHaveLength(1);
  });
});

describe('bytes that drip', () => {
  const timeouts = { ...HTTP_TIMEOUTS, headersMs: 200, requestMs: 400, checkMs: 50 };

  test.each([
    ['of headers', BEGUN, 'x'],
    ['of a body', onTheWire({ headers: signedLines('x', 'x', CLAIMED) }).toString(), 'x'],
    ['of nothing at all', '', ''],
  ])('%s do not keep a connection open', async (_what, begun, drip) => {
    const impatient = await startIntake(timeouts);
    const socket = await hold(begun, impatient.port);
    let said = '';
    socket.setEncoding('utf8').on('data', text => {
      said += text;
    });
    const dripping = setInterval(() => socket.write(drip), 20);
    // A reset on the way is the same to us.
    await new Promise(resolve => socket.on('close', resolve));
    clearInterval(dripping);
    expect([408, 0]).toContain(statusOf(said));
    expect(impatient.store.deliveries).toEqual([]);
    await impatient.close();
  });
});

describe('many requests in one packet', () => {
  test('are not answered side by side: the connection is closed', async () => {
    const said = await exchange(target.port, 'GET /metrics HTTP/1.1\r\nhost: a\r\n\r\n'.repeat(1_000));
    expect(said.match(/HTTP\/1\.1/g) ?? []).toHaveLength(0);
    expect(await target.deliverHonestly()).toBe(202);
  });

  test('one after the other on one connection each has its answer', async () => {
    const socket = await hold('');
    for (let times = 0; times < 5; times += 1) {
      socket.write('GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n');
      const [answer] = await once(socket, 'data');
      expect(String(answer)).toContain('{"status":"ok"}');
    }
  });
});
