import type { IncomingMessage } from 'node:http';
import { LINGER_BYTES, LINGER_MS } from './limits.ts';

/**
 * Drops what a refused sender still sends, for a moment: closing at once would reset the connection before the sender
 * has read why. Then the socket is closed under it.
 */
export function linger(stream: IncomingMessage): void {
  let left = LINGER_BYTES;
  const timer = setTimeout(() => stream.socket.destroy(), LINGER_MS).unref();
  stream.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) stream.socket.destroy();
  });
  stream.once('close', () => clearTimeout(timer));
}
