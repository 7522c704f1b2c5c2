import { afterEach, describe, expect, it } from '@jest/globals';
import type { ShowworkError } from '../../src/errors.ts';
import type { Reply } from '../helpers/scripted-server.ts';
import { type Gateway, REPOSITORY, startGateway } from './start-gateway.ts';

const SHA = 'a'.repeat(40);
let gateway: Gateway;

afterEach(() => gateway.server.close());

/** What reading a blob fails with where GitHub replies so. */
async function failureOf(reply: Reply, options: { timeoutMs?: number } = {}): Promise<ShowworkError> {
  gateway = await startGateway(() => reply, options);
  return gateway.github.readBlob(REPOSITORY, SHA).then(
    () => {
      throw new Error('GitHub was expected to refuse');
    },
    (error: ShowworkError) => error,
  );
}

/** Seconds from the gateway's present to the error's `retryAt`. */
function secondsToWait(error: ShowworkError): number | null {
  return error.retryAt === undefined ? null : (+error.retryAt - +gateway.clock.now()) / 1000;
}

describe('a refusal by GitHub', () => {
  it.each([
    ['400', { status: 400 }, 'GITHUB_REJECTED'],
    [
      '403 for a missing permission',
      { status: 403, body: { message: 'Resource not accessible by integration' } },
      'GITHUB_FORBIDDEN',
    ],
    ['404', { status: 404 }, 'GITHUB_GONE'],
    [
      '403 for a suspended installation, to a token that was minted before',
      { status: 403, body: { message: 'This installation has been suspended' } },
      'GITHUB_SUSPENDED',
    ],
    ['409 for a repository that is being made', { status: 409 }, 'GITHUB_UNAVAILABLE'],
    [
      '409 for a repository without a commit',
      { status: 409, body: { message: 'Git Repository is empty.' } },
      'GITHUB_GONE',
    ],
    ['410', { status: 410 }, 'GITHUB_GONE'],
    ['422', { status: 422 }, 'GITHUB_REJECTED'],
    ['451', { status: 451 }, 'GITHUB_GONE'],
    ['500', { status: 500 }, 'GITHUB_UNAVAILABLE'],
    ['502 with a page of HTML', { status: 502, body: '<html>Bad gateway</html>' }, 'GITHUB_UNAVAILABLE'],
    ['503', { status: 503 }, 'GITHUB_UNAVAILABLE'],
  ] as const)('%s', async (_, reply, code) => {
    const error = await failureOf(reply);
    expect(error.code).toBe(code);
    expect(secondsToWait(error)).toBeNull();
    expect(gateway.asked()).toHaveLength(1);
  });

  it('is described by what was asked, the status, the reason and the request id', async () => {
    const headers = { 'x-github-request-id': 'AB12:34' };
    const error = await failureOf({ status: 404, body: { message: 'Not Found' }, headers });
    expect(error.message).toBe(
      `GITHUB_GONE: could not read blob ${SHA}, GitHub answered 404: Not Found (request AB12:34)`,
    );
  });

  it('is described without its words where they repeat what was sent', async () => {
    const error = await failureOf({ status: 422, body: { message: 'Invalid: "a sentence of the README"' } });
    expect(error.message).not.toContain('sentence');
  });

  it('on a 503 with Retry-After names that time', async () => {
    const error = await failureOf({ status: 503, headers: { 'retry-after': '30' } });
    expect([error.code, secondsToWait(error)]).toEqual(['GITHUB_UNAVAILABLE', 30]);
  });
});

describe('a rate limit', () => {
  const inSeconds = (seconds: number) => String(Math.floor(Date.now() / 1000) + seconds);
  const secondary = 'You have exceeded a secondary rate limit';

  it.each([
    ['429 without any header', 429, {}, {}, 60],
    ['429 with Retry-After', 429, { 'retry-after': '17' }, {}, 17],
    ['403 with Retry-After: a secondary limit', 403, { 'retry-after': '120' }, {}, 120],
    ['403 that only its words give away', 403, {}, { message: secondary }, 60],
    [
      '403 that only its documentation link gives away',
      403,
      {},
      { documentation_url: 'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api' },
      60,
    ],
    [
      'a secondary limit whose headers speak of the primary one',
      403,
      { 'x-ratelimit-remaining': '4990', 'x-ratelimit-reset': inSeconds(1800) },
      { message: secondary },
      60,
    ],
    ['Retry-After of an implausible length', 429, { 'retry-after': '9999999' }, {}, 3600],
    ['Retry-After of nothing', 429, { 'retry-after': '0' }, {}, 1],
    ['Retry-After that is neither a number nor a date', 429, { 'retry-after': 'soon' }, {}, 60],
  ])('%s', async (_, status, headers, body, seconds) => {
    const error = await failureOf({ status, headers, body });
    expect(error.code).toBe('GITHUB_RATE_LIMITED');
    expect(secondsToWait(error)).toBe(seconds);
  });

  it('of the primary kind lasts until its reset', async () => {
    const reset = inSeconds(900);
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
    const error = await failureOf({ status: 403, headers });
    expect(error.code).toBe('GITHUB_RATE_LIMITED');
    expect(error.retryAt).toEqual(new Date(Number(reset) * 1000));
  });

  it('takes Retry-After as a date too', async () => {
    const date = new Date(Math.ceil(Date.now() / 1000) * 1000 + 90_000);
    const error = await failureOf({ status: 429, headers: { 'retry-after': date.toUTCString() } });
    expect(error.retryAt).toEqual(date);
  });
});

describe('no answer, or not the promised one', () => {
  it('a closed connection', async () => {
    const error = await failureOf('reset');
    expect(error.code).toBe('GITHUB_UNAVAILABLE');
    expect(error.message).toContain('ECONNRESET');
  });

  it('a server that never answers', async () => {
    const error = await failureOf('hang', { timeoutMs: 500 });
    expect(error.code).toBe('GITHUB_UNAVAILABLE');
    expect(error.message).toContain('TimeoutError');
  });

  it.each([
    ['an answer that ends in the middle', 'cut'],
    ['a page of HTML with status 200', { status: 200, body: '<html>Log in to the proxy</html>' }],
    [
      'JSON that stops',
      { status: 200, headers: { 'content-type': 'application/json' }, body: '{"content": "' },
    ],
    ['another shape', { status: 200, body: { contents: '' } }],
  ] as const)('%s', async (_, reply) => {
    const error = await failureOf(reply);
    expect(error.code).toBe('GITHUB_UNREADABLE');
  });

  it('the bytes of another blob, as a proxy that cuts them would give', async () => {
    const content = Buffer.from('# Churn').toString('base64');
    const error = await failureOf({ status: 200, body: { content, encoding: 'base64' } });
    expect(error.code).toBe('GITHUB_UNREADABLE');
  });
});
