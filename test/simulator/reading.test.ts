import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { GITHUB_LIMITS } from './limits.ts';
import type { SimulatedRepository } from './simulated-repository.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { send, tokenFor } from './testing/client.ts';

const BYTES = Uint8Array.from([0xef, 0xbb, 0xbf, 0xff, 0x00, 0x41]);

let simulator: Simulator;
let repository: SimulatedRepository;
let bearer: string;
beforeAll(async () => {
  simulator = await startSimulator();
  repository = simulator.addRepository({
    owner: 'ada',
    name: 'files',
    files: {
      'docs/README.md': 'docs',
      'readme.rst': 'root',
      'odd.bin': BYTES,
      'docs/link.md': { symlink: '../readme.rst' },
      broken: { symlink: '../../outside' },
      'docs/chain': { symlink: 'link.md' },
      'run.sh': { executable: 'true' },
      vendor: { submodule: 'b'.repeat(40) },
    },
  });
  repository.commit('feature/x', { new: 'x' });
  repository.tag('v1');
  bearer = await tokenFor(simulator, 'ada');
});
afterAll(() => {
  expect(simulator.violations).toEqual([]);
  return simulator.close();
});

const AT = '/repos/ada/files';
const Tree = z.object({
  sha: z.string(),
  truncated: z.boolean(),
  tree: z.array(
    z.object({ path: z.string(), mode: z.string(), type: z.string(), size: z.number().optional() }),
  ),
});

async function tree(name: string, recursive = true) {
  const query = recursive ? '?recursive=0' : '';
  const { body } = await send(simulator, { path: `${AT}/git/trees/${name}${query}`, bearer });
  return Tree.parse(body);
}

function get(path: string, headers?: Record<string, string>) {
  return send(simulator, { path: AT + path, bearer, ...(headers && { headers }) });
}

async function raw(path: string, accept: string): Promise<Response> {
  const headers = { authorization: `Bearer ${bearer}`, accept };
  return fetch(simulator.baseUrl + AT + path, { headers });
}

describe('a tree', () => {
  test('is found by commit, tree, branch, full ref and tag, and is the same each time', async () => {
    const { sha } = await tree('main');
    for (const name of [repository.head(), sha, 'heads/main', 'refs/heads/main', 'v1', 'tags/v1']) {
      expect(await tree(name)).toMatchObject({ sha });
    }
    expect((await tree('feature/x')).tree.map(({ path }) => path)).toContain('new');
  });

  test('tells modes, types and sizes', async () => {
    const entries = Object.fromEntries((await tree('main')).tree.map(({ path, ...rest }) => [path, rest]));
    expect(entries).toMatchObject({
      docs: { mode: '040000', type: 'tree' },
      'docs/README.md': { mode: '100644', type: 'blob', size: 4 },
      'docs/link.md': { mode: '120000', type: 'blob', size: 13 },
      'run.sh': { mode: '100755', type: 'blob' },
      vendor: { mode: '160000', type: 'commit' },
    });
    expect(entries['docs']).not.toHaveProperty('size');
    expect((await tree('main', false)).tree.map(({ path }) => path)).not.toContain('docs/README.md');
  });

  test('is cut at so many entries or bytes', async () => {
    const whole = (await tree('main')).tree.length;
    simulator.limits.treeEntries = whole;
    expect(await tree('main')).toMatchObject({ truncated: false });
    simulator.limits.treeEntries = whole - 1;
    const cut = await tree('main');
    expect([cut.truncated, cut.tree.length]).toEqual([true, whole - 1]);
    simulator.limits.treeEntries = GITHUB_LIMITS.treeEntries;
    simulator.limits.treeBytes = 400;
    expect((await tree('main')).truncated).toBe(true);
    simulator.limits.treeBytes = GITHUB_LIMITS.treeBytes;
  });

  test('of an unknown name is a 404', async () => {
    expect(await get('/git/trees/nowhere')).toMatchObject({ status: 404 });
    expect(await get(`/git/trees/${'c'.repeat(40)}`)).toMatchObject({ status: 404 });
  });
});

describe('a blob', () => {
  const shaOf = async (path: string) => {
    const { body } = await get(`/contents/${path}`);
    return z.object({ sha: z.string() }).parse(body).sha;
  };

  test('comes as base64 in lines, and raw as the bytes it is', async () => {
    const path = `/git/blobs/${await shaOf('odd.bin')}`;
    const { body } = await get(path);
    expect(body).toMatchObject({ encoding: 'base64', size: 6, content: '77u//wBB\n' });
    for (const accept of ['application/vnd.github.raw', 'application/vnd.github.v3.raw']) {
      expect(new Uint8Array(await (await raw(path, accept)).arrayBuffer())).toEqual(BYTES);
    }
  });

  test('is refused when too large, unknown, or asked for by half an id', async () => {
    const sha = await shaOf('odd.bin');
    simulator.limits.blobBytes = BYTES.length;
    expect(await get(`/git/blobs/${sha}`)).toMatchObject({ status: 200 });
    simulator.limits.blobBytes = BYTES.length - 1;
    expect(await get(`/git/blobs/${sha}`)).toMatchObject({
      status: 403,
      body: { errors: [{ code: 'too_large' }] },
    });
    simulator.limits.blobBytes = GITHUB_LIMITS.blobBytes;
    expect(await get(`/git/blobs/${'d'.repeat(40)}`)).toMatchObject({ status: 404 });
    expect(await get(`/git/blobs/${sha.slice(0, 7)}`)).toMatchObject({ status: 422 });
  });
});

describe('contents', () => {
  test.each<[string, string, object]>([
    ['a file', '/contents/readme.rst', { type: 'file', encoding: 'base64', content: 'cm9vdA==\n' }],
    ['a file of another branch', '/contents/new?ref=feature/x', { type: 'file', content: 'eA==\n' }],
    [
      'a link to a file',
      '/contents/docs/link.md',
      { type: 'file', path: 'docs/link.md', content: 'cm9vdA==\n' },
    ],
    ['a link that leads out', '/contents/broken', { type: 'symlink', target: '../../outside' }],
    ['a link to a link', '/contents/docs/chain', { type: 'symlink', target: 'link.md' }],
    ['a submodule', '/contents/vendor', { type: 'submodule', sha: 'b'.repeat(40) }],
    ['the README', '/readme', { path: 'readme.rst' }],
    ['the README of a branch', '/readme?ref=feature/x', { path: 'readme.rst' }],
  ])('%s', async (_, path, expected) => {
    expect(await get(path)).toMatchObject({ status: 200, body: expected });
  });

  test('of a folder are its entries', async () => {
    const { body } = await get('/contents/docs');
    expect(body).toMatchObject([
      { name: 'README.md', type: 'file' },
      { name: 'chain', type: 'symlink' },
      { name: 'link.md', type: 'symlink' },
    ]);
    simulator.limits.contentsEntries = 1;
    expect((await get('/contents/docs')).body).toHaveLength(1);
    simulator.limits.contentsEntries = GITHUB_LIMITS.contentsEntries;
  });

  test('over 1 MB come without content as JSON, and raw in full', async () => {
    simulator.limits.contentsBytes = 3;
    expect(await get('/contents/readme.rst')).toMatchObject({
      body: { content: '', encoding: 'none', size: 4 },
    });
    expect(await (await raw('/contents/readme.rst', 'application/vnd.github.raw+json')).text()).toBe('root');
    simulator.limits.contentsBytes = GITHUB_LIMITS.contentsBytes;
    simulator.limits.blobBytes = 3;
    expect(await get('/contents/readme.rst')).toMatchObject({ status: 403 });
    simulator.limits.blobBytes = GITHUB_LIMITS.blobBytes;
  });

  test('that are not there are a 404', async () => {
    expect(await get('/contents/nothing')).toMatchObject({ status: 404 });
    expect(await get('/contents/readme.rst?ref=nowhere')).toMatchObject({ status: 404 });
  });

  test('the README in .github comes first, then the root, then docs', async () => {
    const choice = simulator.addRepository({ owner: 'ada', name: 'choice', files: { 'docs/readme.md': '' } });
    const shown = async () => {
      const { body } = await send(simulator, { path: '/repos/ada/choice/readme', bearer });
      return z.object({ path: z.string() }).parse(body).path;
    };
    expect(await shown()).toBe('docs/readme.md');
    choice.commit('main', { 'README.markdown': '' });
    expect(await shown()).toBe('README.markdown');
    choice.commit('main', { '.github/ReadMe.md': '' });
    expect(await shown()).toBe('.github/ReadMe.md');
  });
});

describe('refs, branches and commits', () => {
  test('a ref answers its commit, with and without encoding', async () => {
    const object = { type: 'commit', sha: repository.head('feature/x') };
    expect((await get('/git/ref/heads/feature/x')).body).toMatchObject({
      ref: 'refs/heads/feature/x',
      object,
    });
    expect((await get('/git/ref/heads%2Ffeature%2Fx')).body).toMatchObject({ object });
    expect((await get('/git/matching-refs/heads/feat')).body).toMatchObject([{ object }]);
    expect(await get('/git/ref/heads/nowhere')).toMatchObject({ status: 404 });
  });

  test('a branch answers its head', async () => {
    const branch = { name: 'feature/x', commit: { sha: repository.head('feature/x') } };
    expect((await get('/branches/feature/x')).body).toMatchObject(branch);
    expect((await get('/branches')).body).toMatchObject([{ name: 'main' }, branch]);
    expect(await get('/branches/nowhere')).toMatchObject({ status: 404 });
  });

  test('a commit answers its parents', async () => {
    const parents = [{ sha: repository.head() }];
    expect((await get('/commits/feature/x')).body).toMatchObject({ parents });
    expect((await get(`/git/commits/${repository.head('feature/x')}`)).body).toMatchObject({ parents });
  });

  test("a pull request's head can be read by its ref", async () => {
    const { request } = repository.openPullRequest({ head: 'feature/x' });
    const { body } = await get(`/git/ref/pull/${request.number}/head`);
    expect(body).toMatchObject({ object: { sha: repository.head('feature/x') } });
  });
});

describe('lists', () => {
  test('come in pages that link to each other', async () => {
    const paged = simulator.addRepository({ owner: 'ada', name: 'paged', files: { a: '' } });
    for (const name of ['b', 'c', 'd', 'e']) paged.createBranch(name);
    const page = (number: number) => {
      return send(simulator, { path: `/repos/ada/paged/branches?per_page=2&page=${number}`, bearer });
    };
    const first = await page(1);
    expect(first.body).toMatchObject([{ name: 'main' }, { name: 'b' }]);
    const url = (number: number) =>
      `<${simulator.baseUrl}/repos/ada/paged/branches?per_page=2&page=${number}>`;
    expect(first.headers.get('link')).toBe(`${url(2)}; rel="next", ${url(3)}; rel="last"`);
    const last = await page(3);
    expect(last.body).toMatchObject([{ name: 'e' }]);
    expect(last.headers.get('link')).toBe(`${url(2)}; rel="prev", ${url(1)}; rel="first"`);
  });
});

describe('a renamed repository', () => {
  test('sends callers on to its id, keeping the method where that matters', async () => {
    const moved = simulator.addRepository({ owner: 'ada', name: 'before', files: { a: '' } });
    moved.rename('after');
    const read = await send(simulator, { path: '/repos/ada/before/git/trees/main?recursive=1', bearer });
    const url = `${simulator.baseUrl}/repositories/${moved.id}/git/trees/main`;
    expect([read.status, read.headers.get('location')]).toEqual([301, url]);
    const body = { name: 'Showwork', head_sha: moved.head() };
    const write = { method: 'POST', path: '/repos/ada/before/check-runs', bearer, body };
    expect(await send(simulator, write)).toMatchObject({ status: 307 });
    expect(await send(simulator, { path: `/repositories/${moved.id}/git/trees/main`, bearer })).toMatchObject(
      {
        status: 200,
      },
    );
    expect(await send(simulator, { path: '/repos/ada/after', bearer })).toMatchObject({ status: 200 });
  });
});

describe('permission levels', () => {
  test.each<['admin' | 'maintain' | 'write' | 'triage' | 'read', string]>([
    ['admin', 'admin'],
    ['maintain', 'write'],
    ['write', 'write'],
    ['triage', 'read'],
    ['read', 'read'],
  ])('%s is shown as %s, with its own name', async (role, permission) => {
    repository.setRole('grace', role);
    expect((await get('/collaborators/grace/permission')).body).toMatchObject({
      permission,
      role_name: role,
    });
  });

  test('a stranger may read what is public and nothing else', async () => {
    const hidden = simulator.addRepository({ owner: 'ada', name: 'hidden', private: true });
    hidden.comment(hidden.openIssue().number, 'Hello', 'stranger');
    const level = async (name: string, login: string) => {
      const path = `/repos/ada/${name}/collaborators/${login}/permission`;
      return (await send(simulator, { path, bearer })).body;
    };
    expect(await level('files', 'stranger')).toMatchObject({ permission: 'read' });
    expect(await level('hidden', 'stranger')).toMatchObject({ permission: 'none' });
    expect(await level('files', 'nobody')).toMatchObject({ status: '404' });
  });
});
