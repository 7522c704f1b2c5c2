import { afterEach, describe, expect, it } from '@jest/globals';
import { exampleCheckRun } from '../helpers/check-runs.ts';
import { type Gateway, REPOSITORY, startGateway, tokenReply } from './start-gateway.ts';

const HEAD = 'a'.repeat(40);
const EMPTY_TREE = { status: 200, body: { tree: [], truncated: false } };
let gateway: Gateway;

afterEach(() => gateway.server.close());

const readTree = () => gateway.github.readTree(REPOSITORY, HEAD, { recursive: true });
/** Which token each request carried. */
const tokensUsed = () => gateway.asked().map(({ headers: { authorization } }) => authorization);

/** Tokens are dated by the machine's clock, which a busy machine may let run ahead of ours by seconds. */
const WELL_SPREAD_MS = 60_000;

describe('an installation token', () => {
  it('is for the one repository and the use, and kept', async () => {
    gateway = await startGateway(({ line }) =>
      line.startsWith('GET') ? EMPTY_TREE : { status: 201, body: { id: 1 } },
    );
    await readTree();
    await readTree();
    await gateway.github.createCheckRun(REPOSITORY, exampleCheckRun({ headSha: HEAD }));
    expect(gateway.tokenRequests().map(({ body }) => body)).toEqual([
      { repository_ids: [7], permissions: { contents: 'read', pull_requests: 'read' } },
      { repository_ids: [7], permissions: { checks: 'write' } },
    ]);
    expect(tokensUsed()).toEqual(['token token-1', 'token token-1', 'token token-2']);
  });

  it('talks on a pull request, and on an issue, with the permission of that alone', async () => {
    const folded = { minimizeComment: { minimizedComment: { isMinimized: true } } };
    gateway = await startGateway(({ line }) =>
      line === 'POST /graphql'
        ? { status: 200, body: { data: folded } }
        : { status: 201, body: line.startsWith('GET') ? [] : { id: 1, node_id: 'IC_1' } },
    );
    const { github } = gateway;
    for (const thread of [
      { issueNumber: 1, isPullRequest: true },
      { issueNumber: 2, isPullRequest: false },
    ]) {
      await github.react(REPOSITORY, { ...thread, commentId: 3 }, 'eyes');
      await github.createComment(REPOSITORY, thread, 'Hello');
      await github.updateComment(REPOSITORY, thread, 1, 'Hello');
      await github.findComment(REPOSITORY, thread, 'a marker');
      await github.minimizeComment(REPOSITORY, thread, 'IC_1');
    }
    expect(gateway.tokenRequests().map(({ body }) => body)).toEqual([
      { repository_ids: [7], permissions: { pull_requests: 'write' } },
      { repository_ids: [7], permissions: { issues: 'write' } },
    ]);
    const first = Array.from({ length: 5 }, () => 'token token-1');
    expect(tokensUsed()).toEqual([...first, ...first.map(() => 'token token-2')]);
  });

  it("reads the owner's files by the name of one repository, and nothing else", async () => {
    gateway = await startGateway(() => ({ status: 404 }));
    await gateway.github.readOwnerFile(REPOSITORY, ['showwork.yml']);
    await gateway.github.readOwnerFile(REPOSITORY, ['showwork.yml']);
    expect(gateway.tokenRequests().map(({ body }) => body)).toEqual([
      { repositories: ['.github'], permissions: { contents: 'read' } },
    ]);
  });

  it('is not shared between repositories', async () => {
    gateway = await startGateway(() => EMPTY_TREE);
    await readTree();
    await gateway.github.readTree({ ...REPOSITORY, repositoryId: 8, name: 'other' }, HEAD, {
      recursive: true,
    });
    expect(tokensUsed()).toEqual(['token token-1', 'token token-2']);
  });

  it('that GitHub no longer accepts is replaced, and the request sent again', async () => {
    gateway = await startGateway(({ headers: { authorization } }) =>
      authorization === 'token token-1' ? { status: 401 } : EMPTY_TREE,
    );
    await expect(readTree()).rejects.toMatchObject({ code: 'GITHUB_UNAVAILABLE' });
    gateway.clock.advance(WELL_SPREAD_MS);
    await readTree();
    await readTree();
    expect(tokensUsed()).toEqual(['token token-1', 'token token-1', 'token token-2', 'token token-2']);
  });

  it('that is refused the moment it was made may not be known everywhere: come back five seconds later', async () => {
    gateway = await startGateway(() => ({ status: 401 }));
    const error = await readTree().catch(thrown => thrown);
    expect(error.code).toBe('GITHUB_UNAVAILABLE');
    expect(+error.retryAt).toBeGreaterThan(+gateway.clock.now());
    expect(+error.retryAt).toBeLessThanOrEqual(Date.now() + 5_000);
    expect(gateway.tokenRequests()).toHaveLength(1);
  });

  it('that is refused old and new means GITHUB_UNAUTHORIZED', async () => {
    gateway = await startGateway(() => ({ status: 401 }));
    await readTree().catch(() => null);
    gateway.clock.advance(WELL_SPREAD_MS);
    await expect(readTree()).rejects.toMatchObject({ code: 'GITHUB_UNAUTHORIZED' });
    expect(gateway.tokenRequests()).toHaveLength(2);
  });
});

describe('a token that cannot be had', () => {
  it.each([
    ['wrong credentials of the app', 401, 'GITHUB_UNAUTHORIZED', 'Bad credentials'],
    ['a suspended installation', 403, 'GITHUB_SUSPENDED', 'This installation has been suspended'],
    ['an installation that is gone', 404, 'GITHUB_GONE', 'Not Found'],
    [
      'a permission that was not granted',
      422,
      'GITHUB_FORBIDDEN',
      'The permissions requested are not granted to this installation.',
    ],
    [
      'a repository that was taken off the installation',
      422,
      'GITHUB_GONE',
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    ],
    ['an outage', 502, 'GITHUB_UNAVAILABLE', 'Bad Gateway'],
    ['a rate limit', 429, 'GITHUB_RATE_LIMITED', 'API rate limit exceeded'],
  ])('%s', async (_, status, code, message) => {
    gateway = await startGateway(() => EMPTY_TREE, { token: () => ({ status, body: { message } }) });
    await expect(readTree()).rejects.toMatchObject({ code });
    expect(gateway.asked()).toHaveLength(0);
    expect(gateway.tokenRequests()).toHaveLength(1);
  });

  it('an answer without a token, which is not kept', async () => {
    const token = (count: number) =>
      count === 1 ? { status: 201, body: '<html></html>' } : tokenReply('good');
    gateway = await startGateway(() => EMPTY_TREE, { token });
    await expect(readTree()).rejects.toMatchObject({ code: 'GITHUB_UNREADABLE' });
    await readTree();
    expect(tokensUsed()).toEqual(['token good']);
  });

  it('a private key that cannot sign, of which nothing is told', async () => {
    const privateKey = '-----BEGIN RSA PRIVATE KEY-----\nbm90IGEga2V5\n-----END RSA PRIVATE KEY-----';
    gateway = await startGateway(() => EMPTY_TREE, { privateKey });
    const error = await readTree().catch(thrown => thrown);
    expect(error.code).toBe('GITHUB_UNAUTHORIZED');
    expect(`${error.message} ${error.cause}`).not.toContain('bm90IGEga2V5');
    expect(gateway.server.requests).toHaveLength(0);
  });
});
