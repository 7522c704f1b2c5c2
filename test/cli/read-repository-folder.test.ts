import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { blobSha, blobShaOfFile } from '../../src/cli/blob-sha.ts';
import { listFolder } from '../../src/cli/list-folder.ts';
import { readPath } from '../../src/cli/read-path.ts';
import { readRepositoryFolder } from '../../src/cli/read-repository-folder.ts';
import { builtinSettingsReader } from '../../src/cli/settings-of-folder.ts';
import { MAX_README_BYTES } from '../../src/ports.ts';

const SETTINGS = builtinSettingsReader();

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'showwork-cli-'));
});
afterAll(() => rmSync(root, { recursive: true }));

/** A folder below the temporary one with these files; a value that is `null` makes a folder. */
function folder(name: string, files: Readonly<Record<string, string | null>>): string {
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, name, path);
    mkdirSync(text === null ? file : dirname(file), { recursive: true });
    if (text !== null) writeFileSync(file, text);
  }
  return join(root, name);
}

function textOf(content: unknown): string {
  return content instanceof Uint8Array ? new TextDecoder().decode(content) : String(content);
}

describe('a repository folder', () => {
  test('has the README that GitHub would show, every path, and the manifests', async () => {
    const path = folder('tenancy', {
      'README.md': 'root',
      'docs/README.md': 'docs',
      'requirements.txt': 'chromadb==0.5.0\n',
      'app/main.py': '',
      '.git/HEAD': 'ref: refs/heads/main',
      'node_modules/x/README.md': 'not ours',
    });
    const request = await readRepositoryFolder(path);
    expect(request).toMatchObject({
      repositoryName: 'tenancy',
      readme: { path: 'README.md', sha: blobSha(Buffer.from('root')) },
      paths: ['README.md', 'app/main.py', 'docs/README.md', 'requirements.txt'],
      pathsTruncated: false,
    });
    expect(request.manifests.map(manifest => [manifest.path, textOf(manifest.bytes)])).toEqual([
      ['requirements.txt', 'chromadb==0.5.0\n'],
    ]);
  });

  test('follows a README that is a link, and refuses one that leads out of the folder', async () => {
    const inside = folder('linked', { 'docs/text.md': 'inside', 'outside.md': null });
    symlinkSync('docs/text.md', join(inside, 'README.md'));
    expect(await readRepositoryFolder(inside)).toMatchObject({ readme: { path: 'docs/text.md' } });

    const outside = folder('escaping', { 'a.txt': '' });
    symlinkSync('../linked/docs/text.md', join(outside, 'README.md'));
    const { readme } = await readRepositoryFolder(outside);
    expect(readme).toEqual({
      path: 'README.md',
      sha: blobSha(Buffer.from('../linked/docs/text.md')),
      content: 'symlink-outside',
    });
  });

  test('lists a repository inside it by its name alone', async () => {
    const path = folder('outer', {
      'README.md': 'x',
      'inner/.git': 'gitdir: elsewhere',
      'inner/README.md': 'y',
    });
    const { entries } = await listFolder(path);
    expect(entries.map(entry => [entry.path, entry.mode])).toEqual([
      ['README.md', '100644'],
      ['inner', '160000'],
    ]);
  });

  test('is cut at the limit, the upper levels first', async () => {
    const path = folder('deep', { 'a/b/c.txt': '', 'z.txt': '' });
    const listing = await listFolder(path, 3);
    expect(listing.truncated).toBe(true);
    expect(listing.entries.map(entry => entry.path)).toEqual(['a', 'z.txt', 'a/b']);
    expect((await listFolder(path, 4)).truncated).toBe(false);
  });
});

describe('a README at the edge of what is read', () => {
  test.each([
    ['exactly the limit', MAX_README_BYTES, false],
    ['one byte more', MAX_README_BYTES + 1, true],
  ])('%s', async (name, size, tooLarge) => {
    const text = 'x'.repeat(size);
    const file = join(folder(name, { 'README.md': text }), 'README.md');
    const result = await readPath(file, SETTINGS);
    if (!result.ok) throw new Error(result.problem);
    const request = result.readmes[0]?.request;
    expect(request?.readme.content === 'too-large').toBe(tooLarge);
    expect(request?.readme.sha).toBe(blobSha(Buffer.from(text)));
    expect(await blobShaOfFile(file, size)).toBe(blobSha(Buffer.from(text)));
  });
});

describe('a path of the command line', () => {
  test('a README file stands for itself', async () => {
    const path = folder('single', { 'README.md': 'text', 'requirements.txt': 'torch' });
    const result = await readPath(join(path, 'README.md'), SETTINGS);
    expect(result).toMatchObject({
      ok: true,
      readmes: [{ request: { paths: ['README.md'], manifests: [] } }],
    });
  });

  test('a README at the root of a repository is read with the repository', async () => {
    const path = folder('whole', { 'README.md': 'text', 'requirements.txt': 'torch', '.git/HEAD': '' });
    const result = await readPath(join(path, 'README.md'), SETTINGS);
    expect(result).toMatchObject({
      ok: true,
      readmes: [{ request: { paths: ['README.md', 'requirements.txt'] } }],
    });
  });

  test.each([
    ['nothing there', 'absent', 'there is no such file or folder'],
    ['a folder without README', 'bare', 'no README; looked in .github/, the root of the repository, docs/'],
    ['a path through a file', 'bare/a.txt/README.md', 'a part of the path is a file and not a folder'],
  ])('%s is a problem in words', async (_, path, problem) => {
    folder('bare', { 'a.txt': '' });
    expect(await readPath(join(root, path), SETTINGS)).toEqual({ ok: false, problem });
  });
});

test('the blob id is git’s own', () => {
  // `printf 'hello\n' | git hash-object --stdin`
  expect(blobSha(Buffer.from('hello\n'))).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
});
