import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { MAX_BODY_BYTES, MAX_BUFFERED_BYTES } from '../../src/webhooks/limits.ts';
import { readBody } from '../../src/webhooks/read-body.ts';
import { BUSY, INCOMPLETE, TOO_LARGE } from '../../src/webhooks/refusals.ts';

/** Reads a body that comes in these chunks and ends, beside that many bytes of other bodies. */
async function readChunks(chunks: readonly Buffer[], others = 0) {
  const stream = new PassThrough();
  const buffered = { bytes: others };
  const seen: Buffer[] = [];
  const result = readBody(stream, buffered, chunk => seen.push(chunk));
  for (const chunk of chunks) stream.write(chunk);
  stream.end();
  const read = await result;
  const body = 'error' in read ? read : Buffer.concat(read);
  return { body, seen: Buffer.concat(seen), held: buffered.bytes - others };
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

  test('takes what still fits beside the bodies of others, and not one byte more', async () => {
    const others = MAX_BUFFERED_BYTES - 1;
    expect(await readChunks([ONE], others)).toMatchObject({ body: { length: 1 }, held: 0 });
    expect(await readChunks([ONE, ONE], others)).toMatchObject({ body: BUSY, held: 0 });
  });

  test('a stream that breaks off, or broke off before, is incomplete', async () => {
    const stream = new PassThrough();
    const result = readBody(stream, { bytes: 0 }, () => {});
    stream.write('{');
    stream.destroy(new Error('socket hang up'));
    expect(await result).toBe(INCOMPLETE);
    expect(await readBody(stream, { bytes: 0 }, () => {})).toBe(INCOMPLETE);
  });
});
