/** Ways around the one door: other spellings of its address, other methods, other protocols. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTarget, type Target } from './target.ts';
import { exchange, onTheWire, signedLines, statusOf } from './wire.ts';

const BODY = JSON.stringify({ action: 'deleted', installation: { id: 1 } });

let target: Target;
beforeAll(async () => {
  target = await startTarget();
});
afterAll(() => target.close());

/** A delivery that is right but for where it goes. */
async function deliverTo(address: string, id: string): Promise<string> {
  const headers = signedLines(target.secret, BODY, { 'x-github-delivery': id });
  return exchange(target.port, onTheWire({ target: address, headers, body: BODY }));
}

describe('a signed delivery', () => {
  test.each([
    '//api/github/webhooks',
    '/api//github/webhooks',
    '/api/github/webhooks/',
    '/API/github/webhooks',
    '/api/github/webhooks;x=1',
    '/..;/api/github/webhooks',
    '/./api/github/webhooks',
    '/healthz/../api/github/webhooks',
    '/%2e%2e/api/github/webhooks',
    '/api%2fgithub%2fwebhooks',
    '/api/github/webhooks%00',
    '/api/github/webhooks%0d%0ax:y',
    '/api\\github\\webhooks',
    '/%c0%ae/api/github/webhooks',
    '/healthz',
    '/metrics',
    '/__proto__',
    '/constructor',
    '*',
  ])('to %s finds nothing', async address => {
    expect([400, 404]).toContain(statusOf(await deliverTo(address, 'elsewhere')));
    expect(target.stored()).not.toContain('elsewhere');
  });

  test.each([
    ['with a query', '/api/github/webhooks?x=1', 'query'],
    ['in percent-encoding', '/api/%67ithub/webhooks', 'percent'],
    ['in absolute form', 'http://elsewhere.example/api/github/webhooks', 'absolute'],
  ])('to its address %s is the same delivery (RFC 3986, RFC 9112)', async (_how, address, id) => {
    expect(statusOf(await deliverTo(address, id))).toBe(202);
    expect(target.stored()).toContain(id);
  });
});

test.each(['/%', '/%zz"><script>', '/api/github/%e0%a4%a'])(
  '%s is no address, and is not repeated',
  async address => {
    const said = await exchange(target.port, onTheWire({ method: 'GET', target: address, headers: [] }));
    expect(statusOf(said)).toBe(400);
    expect(said).toMatch(/\{"error":"bad-address","message":"[^"%<]+"\}$/);
  },
);

describe('another method', () => {
  test.each(['TRACE', 'CONNECT', 'PROPFIND', 'PURGE', 'QUERY', 'LINK', 'BREW', 'PRI'])(
    '%s does nothing',
    async method => {
      const headers = [
        ...signedLines(target.secret, BODY, { 'x-github-delivery': method }),
        ['x-mark', 'kwyjibo'] as const,
      ];
      const said = await exchange(target.port, onTheWire({ method, headers, body: BODY }));
      expect([0, 400, 404, 405]).toContain(statusOf(said));
      expect(said).not.toContain('kwyjibo');
      expect(target.stored()).not.toContain(method);
    },
  );

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])(
    '%s is not answered where one may look',
    async method => {
      for (const address of ['/healthz', '/readyz', '/metrics', '/ping', '/']) {
        const said = await exchange(target.port, onTheWire({ method, target: address, headers: [] }));
        expect(statusOf(said)).toBe(404);
      }
    },
  );

  test('named in a header counts for nothing', async () => {
    const headers: [string, string][] = [
      ['x-http-method-override', 'POST'],
      ['x-original-url', '/api/github/webhooks'],
    ];
    const said = await exchange(target.port, onTheWire({ method: 'GET', target: '/healthz', headers }));
    expect(said).toContain('{"status":"ok"}');
  });
});

describe('another protocol', () => {
  test.each([
    ['a WebSocket', 'websocket', 200],
    ['HTTP/2', 'h2c', 200],
  ])('an upgrade to %s is not made', async (_name, protocol, status) => {
    const said = await exchange(
      target.port,
      `GET /healthz HTTP/1.1\r\nhost: a\r\nconnection: upgrade, close\r\nupgrade: ${protocol}\r\n\r\n`,
    );
    expect(statusOf(said)).toBe(status);
  });

  test.each([
    ['HTTP/2 from the start', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['a request without a host', 'GET /metrics HTTP/1.1\r\n\r\n'],
    ['lines that end in a bare LF', 'GET /metrics HTTP/1.1\nhost: a\n\n'],
    ['Redis', '*1\r\n$4\r\nINFO\r\n'],
  ])('%s is refused', async (_name, bytes) => {
    expect(statusOf(await exchange(target.port, Buffer.from(bytes, 'latin1')))).toBe(400);
  });
});

describe('an address where nothing is', () => {
  const headers = [
    ['content-type', 'application/json'],
    ['content-length', '1000'],
  ] as const;

  test('is answered before the body is there', async () => {
    const said = await exchange(target.port, onTheWire({ target: '/nothing', headers, body: '{' }));
    expect(statusOf(said)).toBe(404);
  });

  test('has nobody who parses the body', async () => {
    const body = '{"__proto__":1}'.padEnd(1000);
    const said = await exchange(target.port, onTheWire({ target: '/nothing', headers, body }));
    expect(statusOf(said)).toBe(404);
  });
});

test('after all this a delivery is taken in as ever', async () => {
  expect(await target.deliverHonestly()).toBe(202);
});
