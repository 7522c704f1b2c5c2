/** A body sent byte by byte, each a chunk of its own, of which the server keeps more than it weighs. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { MAX_BUFFERED_BYTES, MIN_CHUNK_BYTES } from '../../src/webhooks/limits.ts';
import { onTheWire, signedLines } from './wire.ts';

const MEBIBYTE = 1024 * 1024;
const PROCESS = fileURLToPath(new URL('../webhooks/intake-process.ts', import.meta.url));

test('a body of crumbs is given up by what it occupies', async () => {
  const server = fork(PROCESS, { execArgv: [] });
  const [hello] = await once(server, 'message');
  const { port } = new URL(z.object({ url: z.string() }).parse(hello).url);
  const peak = async () => {
    server.send('memory');
    const [answer] = await once(server, 'message');
    return z.object({ peakMemory: z.number() }).parse(answer).peakMemory;
  };

  const before = await peak();
  const socket = connect({ port: Number(port), host: '127.0.0.1' });
  const closed = Promise.withResolvers<void>();
  socket.on('error', () => {}).on('close', () => closed.resolve());
  socket.resume();
  const headers = signedLines('x', 'x', {
    'x-hub-signature-256': `sha256=${'0'.repeat(64)}`,
    'content-length': undefined,
    'transfer-encoding': 'chunked',
  });
  socket.write(onTheWire({ headers, connection: 'keep-alive' }));
  const crumbs = Buffer.from('1\r\nx\r\n'.repeat(10_000));
  // Four times as many as there is room for, unless the connection is closed before.
  for (let sent = 0; sent < (4 * MAX_BUFFERED_BYTES) / MIN_CHUNK_BYTES && !socket.destroyed; sent += 10_000) {
    if (!socket.write(crumbs)) await Promise.race([once(socket, 'drain').catch(() => {}), closed.promise]);
  }
  socket.destroy();
  await closed.promise;
  // As much as ever a flood may hold, and what the garbage collector is behind.
  expect((await peak()) - before).toBeLessThan(MAX_BUFFERED_BYTES + 100 * MEBIBYTE);
  const exited = once(server, 'exit');
  server.kill();
  await exited;
});
