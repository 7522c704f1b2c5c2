import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { GitHubWorld } from '../helpers/github-world.ts';

const UNKNOWN = 'f'.repeat(40);

/** Commits and files. */
export function filesContract(world: () => GitHubWorld): void {
  describe('trees', () => {
    it('lists every path below a commit with mode and size', async () => {
      const head = world().commit('main', {
        'README.md': 'Hello\n',
        'docs/start.md': '',
        'run.sh': { executable: 'exit 0' },
        link: { symlink: 'README.md' },
        'vendor/lib': { submodule: '1'.repeat(40) },
      });
      const tree = await world().github.readTree(world().repository, head, { recursive: true });
      expect(tree.truncated).toBe(false);
      expect(tree.entries.map(({ path, mode, size }) => [path, mode, size])).toEqual([
        ['README.md', '100644', 6],
        ['docs', '040000', undefined],
        ['docs/start.md', '100644', 0],
        ['link', '120000', 9],
        ['run.sh', '100755', 6],
        ['vendor', '040000', undefined],
        ['vendor/lib', '160000', undefined],
      ]);
    });

    it('lists one level where it is asked for no more, by branch and by tree id', async () => {
      world().commit('main', { 'README.md': 'Hello\n', 'docs/a/start.md': 'Start' });
      const { github, repository } = world();
      const root = await github.readTree(repository, 'main', { recursive: false });
      expect(root.entries.map(entry => entry.path)).toEqual(['README.md', 'docs']);
      const docs = await github.readTree(repository, root.entries[1]?.sha ?? '', { recursive: false });
      expect(docs.entries.map(entry => entry.path)).toEqual(['a']);
    });

    it('says so where the listing was cut', async () => {
      const head = world().commit('main', { a: '1', b: '2', c: '3' });
      world().limitTrees(2);
      const tree = await world().github.readTree(world().repository, head, { recursive: true });
      expect(tree.truncated).toBe(true);
      expect(tree.entries).toHaveLength(2);
    });

    it('fails with GITHUB_GONE for a commit that is not there', async () => {
      world().commit('main', { a: '1' });
      const reading = world().github.readTree(world().repository, UNKNOWN, { recursive: true });
      await expect(reading).rejects.toMatchObject({ code: 'GITHUB_GONE' });
    });
  });

  describe('blobs', () => {
    it.each([
      ['text with a byte order mark and CRLF', Buffer.from('\uFEFFone\r\ntwo')],
      ['bytes that are not UTF-8', Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x80, 0xc3])],
      ['nothing', Buffer.alloc(0)],
      ['more than one line of base64', Buffer.alloc(1000, 'é')],
    ])('gives back %s byte for byte', async (_, bytes) => {
      const head = world().commit('main', { 'README.md': bytes });
      const { github, repository } = world();
      const { entries } = await github.readTree(repository, head, { recursive: true });
      const read = await github.readBlob(repository, entries[0]?.sha ?? '');
      expect(Buffer.from(read).equals(bytes)).toBe(true);
    });

    it('fails with GITHUB_GONE for a blob that is not there', async () => {
      world().commit('main', { a: '1' });
      const reading = world().github.readBlob(world().repository, UNKNOWN);
      await expect(reading).rejects.toMatchObject({ code: 'GITHUB_GONE' });
    });
  });

  describe('a comparison', () => {
    it('names what the head changed since both parted, and not what the base did', async () => {
      const { github, repository, commit } = world();
      const parted = commit('main', { 'README.md': 'One', 'kept.txt': 'same', 'old.txt': 'bye' });
      const head = commit('topic', { 'README.md': 'Two', 'docs/new.md': 'New', 'old.txt': null });
      const base = commit('main', { 'elsewhere.md': 'On the base' });
      const { mergeBase, paths, truncated } = await github.compare(repository, base, head);
      expect(mergeBase).toBe(parted);
      expect([...paths].sort()).toEqual(['README.md', 'docs/new.md', 'old.txt']);
      expect(truncated).toBe(false);
    });

    it('names a renamed file by both its names', async () => {
      const { github, repository, commit } = world();
      const base = commit('main', { 'README.md': 'A long enough text' });
      const head = commit('topic', { 'README.md': null, 'docs/README.md': 'A long enough text' });
      const { paths } = await github.compare(repository, base, head);
      expect([...paths].sort()).toEqual(['README.md', 'docs/README.md']);
    });

    it('of a commit with one it stands on is empty', async () => {
      const { github, repository, commit } = world();
      const head = commit('main', { a: '1' });
      const base = commit('main', { a: '2' });
      const comparison = await github.compare(repository, base, head);
      expect(comparison).toEqual({ mergeBase: head, paths: [], truncated: false });
    });

    it.each([
      [299, 299, false],
      [301, 300, true],
    ])('of %i files names %i of them', async (changed, named, truncated) => {
      const { github, repository, commit } = world();
      const base = commit('main', { a: '1' });
      const files = Array.from({ length: changed }, (_, index) => [`file-${index}.txt`, `${index}`]);
      const head = commit('topic', Object.fromEntries(files));
      const comparison = await github.compare(repository, base, head);
      expect(comparison.paths).toHaveLength(named);
      expect(comparison.truncated).toBe(truncated);
    });

    it('fails with GITHUB_GONE for a commit that is not there, and for one without a common ancestor', async () => {
      const { github, repository, commit, commitOrphan } = world();
      const base = commit('main', { a: '1' });
      const alone = commitOrphan('alone', { b: '1' });
      for (const head of [UNKNOWN, alone]) {
        await expect(github.compare(repository, base, head)).rejects.toMatchObject({ code: 'GITHUB_GONE' });
      }
    });
  });

  describe("a file of the owner's repository .github", () => {
    const PATHS = ['.github/showwork.yml', 'showwork.yml'];
    const read = () => world().github.readOwnerFile(world().repository, PATHS);

    it('is out of reach where the app may not read that repository, or there is none', async () => {
      expect(await read()).toEqual({ kind: 'out-of-reach' });
    });

    it('is absent where the repository has none of the paths', async () => {
      world().writeOwnerFiles({ 'profile/README.md': 'Hello', 'showwork.yml/folder.txt': 'not a file' });
      expect(await read()).toEqual({ kind: 'absent' });
    });

    it('is the first of the paths that is there, byte for byte', async () => {
      const text = Buffer.from('comments: false # größe\r\n');
      world().writeOwnerFiles({ 'showwork.yml': text });
      const second = await read();
      expect(second).toMatchObject({ kind: 'found', sha: blobId(text) });
      expect(second.kind === 'found' && Buffer.from(second.bytes).equals(text)).toBe(true);
      const first = Buffer.from('comments: true');
      world().writeOwnerFiles({ '.github/showwork.yml': first });
      expect(await read()).toMatchObject({ kind: 'found', sha: blobId(first) });
    });
  });
}

function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
