/** Headers that are doubled, cut, smuggled, too many or too large. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MAX_HEADER_BYTES } from '../../src/web/http-server.ts';
import { startTarget, type Target } from './target.ts';
import { exchange, type HeaderLines, onTheWire, signatureOf, signedLines, statusOf } from './wire.ts';

const BODY = JSON.stringify({ action: 'deleted', installation: { id: 1 } });

let target: Target;
let good: string;
beforeAll(async () => {
  target = await startTarget();
  good = signatureOf(target.secret, BODY);
});
afterAll(() => target.close());

const send = async (headers: HeaderLines, body = BODY) =>
  statusOf(await exchange(target.port, onTheWire({ headers, body })));
/** A correct delivery with these headers replaced. */
const sendWith = (instead: Record<string, string | undefined>) =>
  send(signedLines(target.secret, BODY, instead));
/** A correct delivery with these lines behind it. */
const sendAlso = (...lines: HeaderLines) => send([...signedLines(target.secret, BODY), ...lines]);

const BAD = `sha256=${'0'.repeat(64)}`;

describe('a header that stands there twice', () => {
  test.each([
    ['the signature, a wrong one behind the right one', 'x-hub-signature-256', BAD, 401],
    ['the event', 'x-github-event', 'push', 400],
    ['the delivery id', 'x-github-delivery', 'other', 400],
    ['the length', 'content-length', '1', 400],
  ])('%s', async (_what, name, value, status) => {
    expect(await sendAlso([name, value])).toBe(status);
    expect(await send([[name, value], ...signedLines(target.secret, BODY)])).toBe(status);
  });

  test('the same signature twice is not one either', async () => {
    expect(await sendAlso(['x-hub-signature-256', good])).toBe(401);
  });

  test('length and chunks together', async () => {
    expect(await sendAlso(['transfer-encoding', 'chunked'])).toBe(400);
  });
});

describe('a signature', () => {
  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['without its name', () => good.slice('sha256='.length)],
    ['one digit short', () => good.slice(0, -1)],
    ['one digit long', () => `${good}0`],
    ['of another digit', () => good.slice(0, -1) + (good.endsWith('0') ? '1' : '0')],
    ['with a letter that is no digit', () => `${good.slice(0, -1)}g`],
    ['of another hash', () => good.replace('sha256', 'sha512')],
    ['of SHA-1 only', `sha1=${'0'.repeat(40)}`],
    ['in base64', () => `sha256=${Buffer.from(good.slice(7), 'hex').toString('base64')}`],
    ['in full-width digits', () => Buffer.from(`sha256=${'\uff10'.repeat(64)}`).toString('latin1')],
    ['twice in one line', () => `${good}, ${good}`],
    ['with something behind a space', () => `${good} x`],
    ['all zeros', BAD],
  ])('%s: is refused', async (_how, value) => {
    const signature = typeof value === 'function' ? value() : value;
    expect(await sendWith({ 'x-hub-signature-256': signature })).toBe(401);
  });

  test('in the header for SHA-1 counts for nothing', async () => {
    expect(await sendWith({ 'x-hub-signature-256': undefined, 'x-hub-signature': good })).toBe(401);
  });

  test.each(['', ' ', 'undefined', 'null', '\u0000'.repeat(32)])(
    'by the secret %j is refused',
    async secret => {
      // The empty key is a valid one for an HMAC, so it has to be the wrong one.
      expect(await sendWith({ 'x-hub-signature-256': signatureOf(secret, BODY) })).toBe(401);
    },
  );
});

describe('a name', () => {
  test.each([
    ['x-github-delivery', '../../etc/passwd'],
    ['x-github-delivery', "'; drop table deliveries; --"],
    ['x-github-delivery', '\xe9t\xe9'],
    ['x-github-delivery', `${'a'.repeat(65)}`],
    ['x-github-delivery', 'a\tb'],
    ['x-github-event', '__proto__ '.trim().toUpperCase()],
    ['x-github-event', 'push.created'],
    ['x-github-event', 'p\xfcsh'],
    ['x-github-event', `${'a'.repeat(65)}`],
  ])('%s: %j is none', async (name, value) => {
    expect(await sendWith({ [name]: value })).toBe(400);
  });

  test.each(['__proto__', 'constructor', 'hasown', 'tostring'])(
    'of an event, %s, is an event like any that is not ours',
    async event => {
      expect(await sendWith({ 'x-github-event': event })).toBe(202);
    },
  );

  test.each([
    ['a line break', 'a\r\nx-github-event: push'],
    ['a bare CR', 'a\rb'],
    ['a bare LF', 'a\nb'],
    ['a NUL', 'a\0b'],
    ['a folded line', 'a\r\n b'],
  ])('with %s in it is refused', async (_what, value) => {
    expect([400]).toContain(await sendWith({ 'x-github-delivery': value }));
  });
});

describe('a length', () => {
  test.each(['-1', '+5', '0x10', '1e3', '5 5', '5,5', '99999999999999999999', 'five'])(
    'of %s is refused',
    async length => {
      expect(await sendWith({ 'content-length': length })).toBe(400);
    },
  );

  test.each(['chunked, gzip', 'xchunked', 'chunked\x0b'])(
    'by a transfer coding of %j is refused',
    async coding => {
      expect(await sendWith({ 'content-length': undefined, 'transfer-encoding': coding })).toBe(400);
    },
  );
});

describe('all headers together', () => {
  /** A correct request line and headers that have that many bytes, as Node counts them: without ": " and line ends. */
  function ofSize(bytes: number): HeaderLines {
    const lines = [
      ...signedLines(target.secret, BODY, { 'x-github-delivery': `size-${bytes}` }),
      ['x-filler', ''] as const,
    ];
    const all = [['host', '127.0.0.1'], ['connection', 'close'], ...lines].flat().join('');
    const size = '/api/github/webhooks'.length + all.length;
    return lines.map(([name, value]) => [name, name === 'x-filler' ? 'x'.repeat(bytes - size) : value]);
  }

  test('may be as large as the limit, and not one byte larger', async () => {
    expect(await send(ofSize(MAX_HEADER_BYTES - 1))).toBe(202);
    expect(await send(ofSize(MAX_HEADER_BYTES))).toBe(431);
  });

  test('may be many, but what stands behind two thousand is not seen', async () => {
    const many: HeaderLines = Array.from({ length: 2_500 }, () => ['x', '']);
    expect(
      await send([...many, ...signedLines(target.secret, BODY, { 'x-github-delivery': 'behind' })]),
    ).not.toBe(202);
    expect(target.stored()).not.toContain('behind');
  });
});

test('of all this only what was right was stored', async () => {
  expect(target.stored()).toEqual([`size-${MAX_HEADER_BYTES - 1}`]);
  expect(await target.deliverHonestly()).toBe(202);
});
