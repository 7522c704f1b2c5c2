import { describe, expect, test } from '@jest/globals';
import { filesOf, listTree, writeTree } from './git/files.ts';
import { ObjectDatabase } from './git/object-database.ts';
import { hashBlob, hashTree } from './git/objects.ts';

/** The same files and the two commits on them were once made with git 2.39; these are the ids it printed. */
const FILES = {
  'README.md': '# Hi\n',
  'src/a/f.py': 'x',
  'src/a.b/f.py': 'y',
  'src/a-c': 'z',
  'run.sh': { executable: '#!/bin/sh\n' },
  LINK: { symlink: 'README.md' },
  vendor: { submodule: '1234567890123456789012345678901234567890' },
};
const FIRST_TREE = 'dd24918570461d5efe1ae2075bd1eb0293baa392';
const FIRST_COMMIT = '8336de41085a44aedd8b04cb71900fb1e31da157';
const SECOND_TREE = '67d879624533d0cb15abc093794cd8b301fd4aae';
const SECOND_COMMIT = '6e4f088786273ac76a6eb9e173b23576300471b8';

function ada(date: string) {
  return { name: 'ada', email: 'ada@example.com', date: new Date(date) };
}

describe('git objects', () => {
  test('the ids everyone knows', () => {
    expect(hashBlob(Buffer.from(''))).toBe('e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
    expect(hashTree([])).toBe('4b825dc642cb6eb9a060e54bf8d69288fbee4904');
  });

  test('trees and commits have the ids that git gives them', () => {
    const objects = new ObjectDatabase();
    const first = writeTree(objects, null, FILES);
    expect(first).toBe(FIRST_TREE);
    const second = writeTree(objects, first, { 'src/a-c': null, moved: 'z' });
    expect(second).toBe(SECOND_TREE);

    const nine = ada('2026-01-05T09:00:00Z');
    const start = { tree: first, parents: [], author: nine, committer: nine, message: 'First' };
    expect(objects.addCommit(start)).toBe(FIRST_COMMIT);
    const later = ada('2026-01-05T09:00:01Z');
    const next = {
      tree: second,
      parents: [FIRST_COMMIT],
      author: later,
      committer: later,
      message: 'Second',
    };
    expect(objects.addCommit(next)).toBe(SECOND_COMMIT);
  });

  test('lists in the order of git ls-tree -r -t', () => {
    const objects = new ObjectDatabase();
    const items = [...listTree(objects, writeTree(objects, null, FILES), true)];
    expect(items.map(({ mode, type, path }) => `${mode} ${type} ${path}`)).toEqual([
      '120000 blob LINK',
      '100644 blob README.md',
      '100755 blob run.sh',
      '40000 tree src',
      '100644 blob src/a-c',
      '40000 tree src/a.b',
      '100644 blob src/a.b/f.py',
      '40000 tree src/a',
      '100644 blob src/a/f.py',
      '160000 commit vendor',
    ]);
  });

  test('a folder goes with its last file, and bytes are kept as they are', () => {
    const objects = new ObjectDatabase();
    const bytes = Uint8Array.from([0xff, 0x00, 0x80]);
    const first = writeTree(objects, null, { 'deep/er/only.bin': bytes, other: '' });
    expect(objects.blob(filesOf(objects, first).get('deep/er/only.bin')?.sha ?? '')).toEqual(bytes);
    const second = writeTree(objects, first, { 'deep/er/only.bin': null });
    expect([...listTree(objects, second, true)].map(({ path }) => path)).toEqual(['other']);
  });
});
