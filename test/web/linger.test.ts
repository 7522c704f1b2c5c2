/** What may still be sent after an answer, to the byte and to the millisecond. */
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import {
  LINGER_BYTES,
  LINGER_CHUNK_BYTES,
  LINGER_CHUNKS_BESIDE,
  LINGER_MS,
  linger,
} from '../../src/web/linger.ts';

let message: IncomingMessage;
beforeEach(() => {
  jest.useFakeTimers();
  message = new IncomingMessage(new Socket());
  linger(message);
});
afterEach(() => {
  message.destroy();
  jest.useRealTimers();
});
const send = (bytes: number) => message.emit('data', Buffer.alloc(bytes));
const isClosed = () => message.socket.destroyed;

describe('bytes after an answer', () => {
  test('are dropped up to the limit, and with the next ones the connection is closed', () => {
    send(LINGER_BYTES);
    expect(isClosed()).toBe(false);
    send(1);
    expect(isClosed()).toBe(true);
  });

  test('come in chunks of a size: of smaller ones so many are dropped and no more', () => {
    for (let sent = 0; sent < 10_000; sent += 1) send(LINGER_CHUNK_BYTES);
    for (let sent = 0; sent < LINGER_CHUNKS_BESIDE; sent += 1) send(1);
    expect(isClosed()).toBe(false);
    // The small ones together have a size as well.
    for (let sent = 0; sent < LINGER_CHUNKS_BESIDE / LINGER_CHUNK_BYTES; sent += 1) send(1);
    expect(isClosed()).toBe(true);
  });
});

describe('time after an answer', () => {
  test('is given up to the limit, and then the connection is closed', () => {
    jest.advanceTimersByTime(LINGER_MS - 1);
    expect(isClosed()).toBe(false);
    jest.advanceTimersByTime(1);
    expect(isClosed()).toBe(true);
  });

  test('is not counted once the request is over', () => {
    message.emit('close');
    jest.advanceTimersByTime(LINGER_MS);
    expect(isClosed()).toBe(false);
  });
});
