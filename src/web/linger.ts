import type { IncomingMessage } from 'node:http';

const MEBIBYTE = 1024 * 1024;

/**
 * How long, and how much, a sender whose answer is written may go on sending, so that it can read it: twice the largest
 * body that GitHub sends (25 MB, docs: webhook-events-and-payloads), for one that a proxy has form-encoded.
 */
export const LINGER_MS = 2_000;
export const LINGER_BYTES = 50 * MEBIBYTE;

/** So many chunks beside one for every so many bytes: more of them are work for nothing. As of a body that is read. */
export const LINGER_CHUNKS_BESIDE = 1_000;
export const LINGER_CHUNK_BYTES = 512;

/**
 * Drops what a sender still sends after its answer, for a moment: closing at once would reset the connection before the
 * answer was read. Whichever limit is reached first closes the socket under it.
 */
export function linger(stream: IncomingMessage): void {
  let bytes = 0;
  let chunks = 0;
  const timer = setTimeout(() => stream.socket.destroy(), LINGER_MS).unref();
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    chunks += 1;
    const mostChunks = LINGER_CHUNKS_BESIDE + bytes / LINGER_CHUNK_BYTES;
    if (bytes > LINGER_BYTES || chunks > mostChunks) stream.socket.destroy();
  });
  stream.once('close', () => clearTimeout(timer));
}
