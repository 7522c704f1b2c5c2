/** For how long nothing may go either way on a connection whose answer is due. */
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { createHttpServer, HTTP_TIMEOUTS } from '../../src/web/http-server.ts';
import { createCollectingLogger } from '../helpers/collecting-logger.ts';

const SILENCE_MS = 150;
/** The other limits never come. */
const timeouts = { headersMs: 60_000, requestMs: 60_000, checkMs: 60_000, silenceMs: SILENCE_MS };

test('a connection on which nothing goes is closed after the limit, and not before', async () => {
  const http = createHttpServer(createCollectingLogger(), timeouts);
  http.get('/never', () => new Promise(() => {}));
  await http.listen({ port: 0, host: '127.0.0.1' });
  try {
    const { port } = http.server.address() as AddressInfo;
    const client = connect({ port, host: '127.0.0.1' });
    client.resume().on('error', () => {});
    await once(client, 'connect');
    const asked = performance.now();
    client.write('GET /never HTTP/1.1\r\nhost: a\r\n\r\n');
    await once(client, 'close');
    // A timer counts whole milliseconds and so may be one early.
    expect(performance.now() - asked).toBeGreaterThanOrEqual(SILENCE_MS - 1);
  } finally {
    await http.close();
  }
});

test('the server that ships has the limit that is named', () => {
  expect(createHttpServer(createCollectingLogger()).server.timeout).toBe(HTTP_TIMEOUTS.silenceMs);
});
