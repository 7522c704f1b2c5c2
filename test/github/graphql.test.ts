import { afterEach, describe, expect, it } from '@jest/globals';
import type { ShowworkError } from '../../src/errors.ts';
import type { Reply } from '../helpers/scripted-server.ts';
import { type Gateway, REPOSITORY, startGateway } from './start-gateway.ts';

const THREAD = { issueNumber: 1, isPullRequest: true };
const FOLDED = { data: { minimizeComment: { minimizedComment: { isMinimized: true } } } };
let gateway: Gateway;
afterEach(() => gateway.server.close());

/** Folds a comment where GitHub replies so. */
async function fold(reply: Reply): Promise<void> {
  gateway = await startGateway(() => reply);
  await gateway.github.minimizeComment(REPOSITORY, THREAD, 'IC_1');
}

const failureOf = (reply: Reply): Promise<ShowworkError> =>
  fold(reply).then(
    () => {
      throw new Error('GitHub was expected to refuse');
    },
    (error: ShowworkError) => error,
  );

/** As GitHub answers a mutation that failed: the status says nothing of it. */
const failed = (type: string | undefined, message: string) => ({
  status: 200,
  body: { data: { minimizeComment: null }, errors: [{ type, path: ['minimizeComment'], message }] },
});

describe('a GraphQL request', () => {
  it('carries a document, its variables and a token of the repository', async () => {
    await fold({ status: 200, body: FOLDED });
    expect(gateway.asked()).toMatchObject([
      {
        line: 'POST /graphql',
        headers: { authorization: 'token token-1' },
        body: {
          query: expect.stringContaining('mutation MinimizeComment($nodeId: ID!)'),
          variables: { nodeId: 'IC_1' },
        },
      },
    ]);
  });

  it("goes to a GitHub Enterprise Server's own place for it", async () => {
    gateway = await startGateway(() => ({ status: 200, body: FOLDED }), { basePath: '/api/v3' });
    await gateway.github.minimizeComment(REPOSITORY, THREAD, 'IC_1');
    expect(gateway.asked().map(({ line }) => line)).toEqual(['POST /api/graphql']);
  });

  it('is no failure where the comment is gone', async () => {
    await fold(failed('NOT_FOUND', "Could not resolve to a node with the global id of 'IC_1'"));
    expect(gateway.asked()).toHaveLength(1);
  });
});

describe('an error that comes with status 200', () => {
  it.each([
    [
      'a missing permission',
      failed('FORBIDDEN', 'Resource not accessible by integration'),
      'GITHUB_FORBIDDEN',
    ],
    [
      'an outage',
      failed(undefined, 'Something went wrong while executing your query.'),
      'GITHUB_UNAVAILABLE',
    ],
    ['a mistake of ours', failed(undefined, "Field 'x' doesn't exist on type 'Mutation'"), 'GITHUB_REJECTED'],
    ['an answer of another shape', { status: 200, body: { data: {} } }, 'GITHUB_UNREADABLE'],
    ['a page of HTML', { status: 200, body: '<html>Log in to the proxy</html>' }, 'GITHUB_UNREADABLE'],
  ])('%s', async (_, reply, code) => {
    const error = await failureOf(reply);
    expect([error.code, error.retryAt]).toEqual([code, undefined]);
  });

  const secondary =
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';

  it.each([
    ['the primary limit', failed('RATE_LIMITED', 'API rate limit exceeded for installation ID 3.')],
    ['a secondary limit as a message alone', { status: 200, body: { message: secondary } }],
    ['a secondary limit without a type', failed(undefined, secondary)],
    ['a limit on writing', failed('UNPROCESSABLE', 'was submitted too quickly')],
  ])('%s names the time to come back', async (_, reply) => {
    const error = await failureOf({ ...reply, headers: { 'retry-after': '90' } });
    expect(error.code).toBe('GITHUB_RATE_LIMITED');
    expect(error.retryAt).toEqual(new Date(+gateway.clock.now() + 90_000));
  });
});
