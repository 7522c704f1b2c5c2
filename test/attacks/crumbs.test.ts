/** A body sent byte by byte, each a chunk of its own: more work, and more memory, than it weighs. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LINGER_CHUNKS_BESIDE } from '../../src/web/linger.ts';
import { MAX_CHUNKS_BESIDE } from '../../src/webhooks/limits.ts';
import { type RunningIntake, SECRET, startIntake } from '../webhooks/start-intake.ts';
import { onTheWire, signedLines, statusOf } from './wire.ts';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake();
});
afterAll(() => intake.close());

const HEADERS = signedLines(SECRET, 'x', { 'content-length': undefined, 'transfer-encoding': 'chunked' });
/** A tenth more than the limit, and what it may have beside one for so many bytes. */
const tooMany = (limit: number) => '1\r\nx\r\n'.repeat(limit * 1.1);

test('a body of crumbs is refused early, and its connection closed', async () => {
  const socket = connect({ port: intake.port, host: '127.0.0.1' }).setEncoding('utf8');
  const closed = once(socket, 'close');
  // A reset is how the connection may be closed.
  socket.on('error', () => {});
  socket.write(onTheWire({ headers: HEADERS, connection: 'keep-alive' }));
  socket.write(tooMany(MAX_CHUNKS_BESIDE));
  const [said] = await once(socket, 'data');
  expect(statusOf(String(said))).toBe(400);
  expect(said).toContain('"error":"crumbs"');
  expect(intake.observed).toEqual(['refused crumbs']);

  socket.write(tooMany(LINGER_CHUNKS_BESIDE));
  await closed;
  expect(intake.store.deliveries).toEqual([]);
});
