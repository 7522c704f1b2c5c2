import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { createBuffered } from '../../src/webhooks/buffered.ts';
import {
  MAX_BODY_BYTES,
  MAX_BUFFERED_BYTES,
  MAX_CHUNKS_BESIDE,
  MIN_CHUNK_BYTES,
} from '../../src/webhooks/limits.ts';
import { readBody } from '../../src/webhooks/read-body.ts';
import { BUSY, CRUMBS, INCOMPLETE, TOO_LARGE } from '../../src/webhooks/refusals.ts';
import { collectGarbage } from '../helpers/collect-garbage.ts';

/** Reads a body that comes in these chunks and ends. */
async function readChunks(chunks: readonly Buffer[], buffered = createBuffered()) {
  const stream = new PassThrough();
  const others = buffered.bytes;
  const seen: Buffer[] = [];
  const result = readBody(stream, buffered, chunk => seen.push(chunk));
  for (const chunk of chunks) stream.write(chunk);
  stream.end();
  const read = await result;
  const body = 'error' in read ? read : Buffer.concat(read);
  return { body, seen: Buffer.concat(seen), held: buffered.bytes - others };
}

/** The body that was read, as far as somebody still refers to it. */
async function readAndForget(stream: PassThrough): Promise<WeakRef<Buffer>> {
  const result = readBody(stream, createBuffered(), () => {});
  stream.end(Buffer.alloc(20_000, 'x'));
  const read = await result;
  if ('error' in read || read[0] === undefined) throw new Error('the body was not read');
  return new WeakRef(read[0]);
}

const HALF = Buffer.alloc(MAX_BODY_BYTES / 2, 'x');
const ONE = Buffer.from('x');

describe('readBody', () => {
  test('answers the whole body, having shown every byte, and holds nothing', async () => {
    const { body, seen, held } = await readChunks([Buffer.from('{"a"'), Buffer.from(':1}')]);
    expect(String(body)).toBe('{"a":1}');
    expect(String(seen)).toBe('{"a":1}');
    expect(held).toBe(0);
  });

  test('takes a body of exactly the limit, and not one byte more', async () => {
    expect(await readChunks([HALF, HALF])).toMatchObject({ body: { length: MAX_BODY_BYTES }, held: 0 });
    expect(await readChunks([HALF, HALF, ONE])).toMatchObject({ body: TOO_LARGE, held: 0 });
  });

  test('takes a body in as many small chunks as the limit, and not one more', async () => {
    const small = (count: number) => Array.from({ length: count }, () => ONE);
    const large = Buffer.alloc(MIN_CHUNK_BYTES * 10, 'x');
    const most = [...small(MAX_CHUNKS_BESIDE), ...new Array<Buffer>(10).fill(large)];
    expect(await readChunks(most)).toMatchObject({ body: { length: MAX_CHUNKS_BESIDE + 10 * large.length } });
    expect(await readChunks(small(MAX_CHUNKS_BESIDE + 1))).toMatchObject({
      body: { length: MAX_CHUNKS_BESIDE + 1 },
    });
    expect(await readChunks(small(MAX_CHUNKS_BESIDE + 2))).toMatchObject({ body: CRUMBS, held: 0 });
  });

  test('gives up where it is the largest and there is no room', async () => {
    const buffered = createBuffered(MAX_BODY_BYTES);
    buffered.hold(() => {}).grow(MAX_BODY_BYTES / 4);
    expect(await readChunks([HALF], buffered)).toMatchObject({ body: { length: HALF.length }, held: 0 });
    expect(await readChunks([HALF, HALF], buffered)).toMatchObject({ body: BUSY, held: 0 });
  });

  test('gives way, while it waits, to one that is smaller', async () => {
    const buffered = createBuffered(MAX_BUFFERED_BYTES);
    const waiting = new PassThrough();
    const read = Promise.withResolvers<void>();
    const result = readBody(waiting, buffered, () => read.resolve());
    waiting.write(HALF);
    await read.promise;
    for (let others = 0; others < 10; others += 1) buffered.hold(() => {}).grow(MAX_BODY_BYTES / 2 - 1);
    expect(await result).toBe(BUSY);
    expect(buffered.bytes).toBeLessThanOrEqual(MAX_BUFFERED_BYTES);
  });

  test('a request that waits for its answer does not hold its body', async () => {
    const stream = new PassThrough();
    const body = await readAndForget(stream);
    await collectGarbage();
    expect(body.deref()).toBeUndefined();
    expect(stream.listenerCount('error')).toBe(1);
  });

  test('a stream that breaks off, or broke off before, is incomplete', async () => {
    const stream = new PassThrough();
    const result = readBody(stream, createBuffered(), () => {});
    stream.write('{');
    stream.destroy(new Error('socket hang up'));
    expect(await result).toBe(INCOMPLETE);
    expect(await readBody(stream, createBuffered(), () => {})).toBe(INCOMPLETE);
  });
});
