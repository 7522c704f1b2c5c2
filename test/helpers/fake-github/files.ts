import type { Comparison, GitHubFiles, OwnerFile, Tree, TreeEntry } from '../../../src/ports.ts';
import { ancestry, changedPaths } from '../../simulator/git/changes.ts';
import { filesOf, listTree, type TreeItem, writeTree } from '../../simulator/git/files.ts';
import type { GitHubWorld } from '../github-world.ts';
import { type Calls, gone } from './calls.ts';
import type { FakeGit } from './git.ts';

/** docs: rest/commits/commits#compare-two-commits */
const MAX_COMPARED_FILES = 300;

interface FakeFiles extends Pick<GitHubWorld, 'limitTrees' | 'writeOwnerFiles'> {
  readonly port: GitHubFiles;
}

/** Commits and files, and the owner's repository `.github`. */
export function fakeFiles({ objects, branches }: FakeGit, { request }: Calls): FakeFiles {
  let treeLimit = Number.POSITIVE_INFINITY;
  /** A tree id; null where the app does not reach that repository. */
  let ownerTree: string | null = null;

  function readTree(treeish: string, recursive: boolean): Tree {
    if (branches.size === 0) throw gone('commit at all');
    const sha = objects.commit(branches.get(treeish) ?? treeish)?.tree ?? treeish;
    if (objects.tree(sha) === undefined) throw gone(`tree ${treeish}`);
    const entries = [...listTree(objects, sha, recursive)].map(toEntry);
    return { entries: entries.slice(0, treeLimit), truncated: entries.length > treeLimit };
  }

  /** As GitHub lists it: six digits of mode, a size for blobs only. */
  function toEntry({ path, mode, sha, type }: TreeItem): TreeEntry {
    const entry = { path, mode: mode.padStart(6, '0'), sha };
    return type === 'blob' ? { ...entry, size: readBlob(sha).length } : entry;
  }

  function readBlob(sha: string): Uint8Array {
    const bytes = objects.blob(sha);
    if (bytes === undefined) throw gone(`blob ${sha}`);
    return bytes;
  }

  function compare(base: string, head: string): Comparison {
    for (const sha of [base, head]) if (objects.commit(sha) === undefined) throw gone(`commit ${sha}`);
    const below = new Set(ancestry(objects, base));
    const mergeBase = [...ancestry(objects, head)].find(sha => below.has(sha));
    if (mergeBase === undefined) throw gone(`common ancestor of ${base} and ${head}`);
    const { added, modified, removed } = changedPaths(objects, mergeBase, head);
    const paths = [...added, ...modified, ...removed];
    const truncated = paths.length >= MAX_COMPARED_FILES;
    return { mergeBase, paths: paths.slice(0, MAX_COMPARED_FILES), truncated };
  }

  function ownerFile(path: string): OwnerFile {
    if (ownerTree === null) return { kind: 'out-of-reach' };
    const file = filesOf(objects, ownerTree).get(path);
    if (file === undefined || !file.mode.startsWith('100')) return { kind: 'absent' };
    return { kind: 'found', path, sha: file.sha, bytes: readBlob(file.sha) };
  }

  return {
    port: {
      readTree: (_, treeish, { recursive }) => request('readTree', () => readTree(treeish, recursive)),
      readBlob: (_, sha) => request('readBlob', () => readBlob(sha)),
      compare: (_, base, head) => request('compare', () => compare(base, head)),
      async readOwnerFile(_, paths) {
        for (const path of paths) {
          const file = await request('readOwnerFile', () => ownerFile(path));
          if (file.kind !== 'absent') return file;
        }
        return { kind: 'absent' };
      },
    },
    limitTrees(entries) {
      treeLimit = entries;
    },
    writeOwnerFiles(changes) {
      ownerTree = writeTree(objects, ownerTree, changes);
    },
  };
}
