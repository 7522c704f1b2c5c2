import { afterEach, describe, expect, it } from '@jest/globals';
import type { Reply, SeenRequest } from '../helpers/scripted-server.ts';
import { type Gateway, REPOSITORY, startGateway } from './start-gateway.ts';

const BASE = 'a'.repeat(40);
const HEAD = 'b'.repeat(40);
let gateway: Gateway;
afterEach(() => gateway.server.close());

const lines = () => gateway.asked().map(({ line }) => line);

describe('a comparison', () => {
  it('takes one request for one commit and all files', async () => {
    const renamed = { filename: 'docs/README.md', previous_filename: 'README.md' };
    const body = { merge_base_commit: { sha: BASE }, files: [renamed, { filename: 'run.py' }] };
    gateway = await startGateway(() => ({ status: 200, body }));
    const comparison = await gateway.github.compare(REPOSITORY, BASE, HEAD);
    expect(comparison.paths).toEqual(['README.md', 'docs/README.md', 'run.py']);
    expect(lines()).toEqual([`GET /repos/ada/churn/compare/${BASE}...${HEAD}?per_page=1`]);
  });

  it('of exactly 300 files may have been cut, GitHub does not say', async () => {
    const files = Array.from({ length: 300 }, (_, index) => ({ filename: `file-${index}` }));
    gateway = await startGateway(() => ({ status: 200, body: { merge_base_commit: { sha: BASE }, files } }));
    expect((await gateway.github.compare(REPOSITORY, BASE, HEAD)).truncated).toBe(true);
  });
});

describe('a repository', () => {
  it('is null where another one stands under its name', async () => {
    const body = { id: 8, name: 'churn', owner: { login: 'ada' }, default_branch: 'main', private: false };
    gateway = await startGateway(() => ({ status: 200, body }));
    expect(await gateway.github.readRepository(REPOSITORY)).toBeNull();
  });
});

describe('a pull request', () => {
  it('may have an author whose account is gone', async () => {
    const body = { state: 'open', user: null, head: { sha: HEAD }, base: { ref: 'main', sha: BASE } };
    gateway = await startGateway(() => ({ status: 200, body }));
    expect(await gateway.github.readPullRequest(REPOSITORY, 12)).toEqual({
      open: true,
      draft: false,
      headSha: HEAD,
      base: { branch: 'main', sha: BASE },
      author: null,
    });
  });
});

describe("a file of the owner's repository .github", () => {
  const PATHS = ['.github/showwork.yml', 'showwork.yml'];
  const SHA = 'c'.repeat(40);
  const file = (encoding: string, content: string) => ({
    status: 200,
    body: { type: 'file', encoding, content, sha: SHA },
  });

  async function read(reply: (request: SeenRequest) => Reply, token?: () => Reply) {
    gateway = await startGateway(reply, token === undefined ? {} : { token });
    return gateway.github.readOwnerFile(REPOSITORY, PATHS);
  }

  it('is looked for path by path, and no further than it is found', async () => {
    const found = await read(() => file('base64', 'aGVs\nbG8=\n'));
    expect(found).toEqual({ kind: 'found', path: PATHS[0], sha: SHA, bytes: Buffer.from('hello') });
    expect(lines()).toEqual(['GET /repos/ada/.github/contents/.github%2Fshowwork.yml']);
  });

  it.each<[string, Reply]>([
    ['is not there', { status: 404 }],
    ['is a folder', { status: 200, body: [] }],
    ['is a link out of the repository', { status: 200, body: { type: 'symlink', target: '../../etc' } }],
    ['is a submodule', { status: 200, body: { type: 'submodule' } }],
  ])('is absent where every path %s', async (_, reply) => {
    expect(await read(() => reply)).toEqual({ kind: 'absent' });
    expect(lines()).toHaveLength(2);
  });

  it('is out of reach where it is too large to be handed out', async () => {
    expect(await read(() => file('none', ''))).toEqual({ kind: 'out-of-reach' });
  });

  it.each([403, 404, 422])('is out of reach where there is no token for it (%i)', async status => {
    expect(
      await read(
        () => ({ status: 500 }),
        () => ({ status }),
      ),
    ).toEqual({ kind: 'out-of-reach' });
    expect(lines()).toEqual([]);
  });

  it.each([
    ['an outage', 502, '', 'GITHUB_UNAVAILABLE'],
    ['a suspension', 403, 'This installation has been suspended', 'GITHUB_SUSPENDED'],
    ['a rate limit', 429, '', 'GITHUB_RATE_LIMITED'],
  ])('is not called out of reach for %s', async (_, status, message, code) => {
    const reading = read(
      () => ({ status: 500 }),
      () => ({ status, body: { message } }),
    );
    await expect(reading).rejects.toMatchObject({ code });
  });
});
