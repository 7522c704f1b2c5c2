/** Bodies without end, bodies that are packed, and bodies that are something else than they say. */
import { connect } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { LINGER_BYTES } from '../../src/web/linger.ts';
import { MAX_BODY_BYTES } from '../../src/webhooks/limits.ts';
import { startTarget, type Target } from './target.ts';
import { exchange, onTheWire, signatureOf, signedLines, statusOf } from './wire.ts';

const MEBIBYTE = 1024 * 1024;
const GIGABYTE = 1024 * MEBIBYTE;
/** What two kernels may hold of a stream that nobody reads any more. */
const SOCKET_BUFFERS = 16 * MEBIBYTE;
const DROPPED = LINGER_BYTES + SOCKET_BUFFERS;

const BODY = JSON.stringify({ action: 'deleted', installation: { id: 1 } });
const CLAIMED = { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` };
const DECLARED = { 'content-length': String(GIGABYTE) };
const CHUNKED = { 'content-length': undefined, 'transfer-encoding': 'chunked' };

let target: Target;
beforeAll(async () => {
  target = await startTarget();
});
afterAll(() => target.close());

const CHUNK = Buffer.alloc(MEBIBYTE, 'x');
const FRAMED = Buffer.concat([Buffer.from('100000\r\n'), CHUNK, Buffer.from('\r\n')]);

/** Pours up to a gigabyte and answers each status that came back, and how many bytes were taken off our hands until the end. */
async function pour(head: Buffer, part: Buffer): Promise<{ statuses: number[]; taken: number }> {
  const socket = connect({ port: target.port, host: '127.0.0.1' });
  let said = '';
  socket.setEncoding('utf8').on('data', text => {
    said += text;
  });
  socket.on('error', () => {});
  const closed = Promise.withResolvers<void>();
  socket.on('close', () => closed.resolve());
  socket.write(head);
  const pump = (): void => {
    if (socket.destroyed || socket.bytesWritten > GIGABYTE) return;
    if (socket.write(part)) setImmediate(pump);
    else socket.once('drain', pump);
  };
  pump();
  await closed.promise;
  const statuses = [...said.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
  return { statuses, taken: socket.bytesWritten - socket.writableLength };
}

describe('a body of a gigabyte', () => {
  test('is refused at the webhook, and not taken in', async () => {
    const unsigned = { 'x-hub-signature-256': undefined };
    const pourTo = (headers: Record<string, string | undefined>, part: Buffer) =>
      pour(onTheWire({ headers: signedLines(target.secret, BODY, headers), connection: 'keep-alive' }), part);
    const [unsignedDeclared, unsignedChunked, claimedDeclared, claimedChunked] = await Promise.all([
      pourTo({ ...unsigned, ...DECLARED }, CHUNK),
      pourTo({ ...unsigned, ...CHUNKED }, FRAMED),
      pourTo({ ...CLAIMED, ...DECLARED }, CHUNK),
      pourTo({ ...CLAIMED, ...CHUNKED }, FRAMED),
    ]);
    expect(unsignedDeclared.statuses).toEqual([401]);
    expect(unsignedChunked.statuses).toEqual([401]);
    expect(claimedDeclared.statuses).toEqual([413]);
    // It is read up to the limit, which may take longer than it has.
    expect([[413], [408]]).toContainEqual(claimedChunked.statuses);
    for (const { taken } of [unsignedDeclared, unsignedChunked, claimedDeclared]) {
      expect(taken).toBeLessThan(DROPPED);
    }
    expect(claimedChunked.taken).toBeLessThan(MAX_BODY_BYTES + DROPPED);
  });

  test('is not taken in anywhere else either, and answered once', async () => {
    const headers = [
      ['content-type', 'application/json'],
      ['content-length', String(GIGABYTE)],
    ] as const;
    const routes = [
      'GET /healthz',
      'GET /metrics',
      'POST /healthz',
      'POST /nothing',
      'POST /%',
      'PUT /api/github/webhooks',
    ];
    const answers = await Promise.all(
      routes.map(route => {
        const [method, address] = route.split(' ');
        return pour(onTheWire({ method, target: address, headers, connection: 'keep-alive' }), CHUNK);
      }),
    );
    expect(answers.map(({ statuses }) => statuses)).toEqual([[200], [200], [404], [404], [400], [405]]);
    for (const { taken } of answers) expect(taken).toBeLessThan(DROPPED);
  });
});

describe('a packed body', () => {
  const zeros = Buffer.alloc(64 * MEBIBYTE);
  test.each([
    ['gzip', gzipSync(BODY)],
    ['br', brotliCompressSync(BODY)],
    ['deflate', deflateSync(BODY)],
    ['gzip, identity', gzipSync(BODY)],
    ['gzip', gzipSync(zeros)],
  ])('%s: is refused unread, though signed', async (coding, body) => {
    const headers = signedLines(target.secret, body, { 'content-encoding': coding });
    const said = await exchange(target.port, onTheWire({ headers, body }));
    expect(said).toContain('"error":"encoded"');
  });

  test.each([
    ['that does not say so', gzipSync(BODY)],
    ['that is a bomb', brotliCompressSync(zeros)],
  ])('%s: stays packed, and is no JSON', async (_what, body) => {
    const said = await exchange(target.port, onTheWire({ headers: signedLines(target.secret, body), body }));
    expect(said).toContain('"error":"bad-json"');
  });

  test('by its transfer coding: stays packed', async () => {
    const packed = gzipSync(BODY);
    const body = Buffer.concat([
      Buffer.from(`${packed.length.toString(16)}\r\n`),
      packed,
      Buffer.from('\r\n0\r\n\r\n'),
    ]);
    const headers = signedLines(target.secret, packed, {
      'content-length': undefined,
      'transfer-encoding': 'gzip, chunked',
    });
    const said = await exchange(target.port, onTheWire({ headers, body }));
    expect(said).toContain('"error":"bad-json"');
  });
});

describe('a body of another kind', () => {
  const form = `payload=${encodeURIComponent(BODY)}`;
  const multipart = `--x\r\ncontent-disposition: form-data; name="payload"\r\n\r\n${BODY}\r\n--x--\r\n`;
  test.each([
    ['application/x-www-form-urlencoded', form],
    ['Application/X-WWW-Form-URLencoded; charset=utf-8', form],
    ['multipart/form-data; boundary=x', multipart],
    ['text/plain', BODY],
    ['text/json', BODY],
    ['application/json+x', BODY],
    ['application/jsonx', BODY],
    ['application/json, text/plain', BODY],
    ['text/plain; application/json', BODY],
    ['application/vnd.github+json', BODY],
    ['', BODY],
  ])('%j: is refused, though signed', async (type, body) => {
    const headers = signedLines(target.secret, body, { 'content-type': type });
    expect(statusOf(await exchange(target.port, onTheWire({ headers, body })))).toBe(415);
  });

  test.each([
    ['a form that calls itself JSON', 'application/json', Buffer.from(form)],
    ['UTF-16', 'application/json; charset=utf-16', Buffer.from(`\ufeff${BODY}`, 'utf16le')],
    ['UTF-7', 'application/json; charset=utf-7', Buffer.from(BODY.replaceAll('"', '+ACI-'))],
    ['two payloads', 'application/json', Buffer.from(BODY + BODY)],
    ['one payload a line', 'application/json', Buffer.from(`${BODY}\n${BODY}`)],
    ['a payload with a comment', 'application/json', Buffer.from(`${BODY} // x`)],
  ])('%s: is no JSON, though signed', async (_what, type, body) => {
    const headers = signedLines(target.secret, body, { 'content-type': type });
    expect(await exchange(target.port, onTheWire({ headers, body }))).toContain('"error":"bad-json"');
  });

  test('the signature is that of the bytes, not of what they mean', async () => {
    const body = ` ${BODY}`;
    const headers = signedLines(target.secret, body, {
      'x-hub-signature-256': signatureOf(target.secret, BODY),
    });
    expect(await exchange(target.port, onTheWire({ headers, body }))).toContain('"error":"bad-signature"');
  });
});

test('of all this nothing was stored, and a delivery is taken in as ever', async () => {
  expect(target.stored()).toEqual([]);
  expect(await target.deliverHonestly()).toBe(202);
});
