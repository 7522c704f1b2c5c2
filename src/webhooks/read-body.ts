import type { Readable } from 'node:stream';
import type { Buffered } from './buffered.ts';
import { MAX_BODY_BYTES, MAX_CHUNKS_BESIDE, MIN_CHUNK_BYTES } from './limits.ts';
import { BUSY, CRUMBS, INCOMPLETE, type Refusal, TOO_LARGE } from './refusals.ts';

/**
 * A request that breaks off is told by `close`; its error needs a listener all the same. Not made where the body is read: the
 * request would hold the body through it until it is answered.
 */
function ignoreError(): void {}

/**
 * Reads a body up to the limits, handing each chunk to `onChunk` as it comes. Resolves with the
 * chunks of the whole body, or with why it was given up; then the rest of the stream is dropped unread.
 * Time limits are the HTTP server's. The caller owns the bytes that it is given, `buffered` counts those underway.
 */
export function readBody(
  stream: Readable,
  buffered: Buffered,
  onChunk: (chunk: Buffer) => void,
): Promise<readonly Buffer[] | Refusal> {
  return new Promise(resolve => {
    const chunks: Buffer[] = [];
    let size = 0;
    const holding = buffered.hold(() => settle(BUSY));

    function settle(result: readonly Buffer[] | Refusal): void {
      stream.off('data', onData);
      stream.off('end', onEnd);
      stream.off('close', onClose);
      holding.release();
      stream.resume();
      resolve(result);
    }
    function onData(chunk: Buffer): void {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) {
        settle(TOO_LARGE);
        return;
      }
      if (chunks.length + 1 > MAX_CHUNKS_BESIDE + size / MIN_CHUNK_BYTES) {
        settle(CRUMBS);
        return;
      }
      if (!holding.grow(chunk.length)) {
        settle(BUSY);
        return;
      }
      chunks.push(chunk);
      onChunk(chunk);
    }
    function onEnd(): void {
      settle(chunks);
    }
    function onClose(): void {
      settle(INCOMPLETE);
    }

    if (stream.destroyed) {
      settle(INCOMPLETE);
      return;
    }
    stream.on('data', onData);
    stream.on('end', onEnd);
    stream.on('close', onClose);
    stream.on('error', ignoreError);
  });
}
