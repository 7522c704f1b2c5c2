import { filesOf } from './files.ts';
import type { ObjectDatabase } from './object-database.ts';

export interface ChangedPaths {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly modified: readonly string[];
}

/** Paths that differ between two commits; `before` null stands for the empty tree. Renames are an add and a removal. */
export function changedPaths(objects: ObjectDatabase, before: string | null, after: string): ChangedPaths {
  const old = before === null ? new Map() : filesOf(objects, treeOf(objects, before));
  const present = filesOf(objects, treeOf(objects, after));
  const added: string[] = [];
  const modified: string[] = [];
  for (const [path, file] of present) {
    const previous = old.get(path);
    if (previous === undefined) added.push(path);
    else if (previous.sha !== file.sha || previous.mode !== file.mode) modified.push(path);
  }
  const removed = [...old.keys()].filter(path => !present.has(path));
  return { added, removed, modified };
}

/** One file of a comparison, by GitHub's names. */
export interface FileChange {
  readonly filename: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  /** Of the file as it is after, or as it was where it is gone. */
  readonly sha: string;
  /** With `renamed` only. */
  readonly previousFilename?: string;
}

/**
 * What differs between two commits, by path. A file that is gone and one that came with the very same content are one
 * renamed file; GitHub also finds renames with small changes, which here are a removal and an addition.
 */
export function fileChanges(objects: ObjectDatabase, before: string, after: string): FileChange[] {
  const { added, removed, modified } = changedPaths(objects, before, after);
  const old = filesOf(objects, treeOf(objects, before));
  const present = filesOf(objects, treeOf(objects, after));
  const gone = new Set(removed);
  const changes: FileChange[] = modified.map(filename => {
    return { filename, status: 'modified', sha: present.get(filename)?.sha ?? '' };
  });
  for (const filename of added) {
    const sha = present.get(filename)?.sha ?? '';
    const previousFilename = [...gone].find(path => old.get(path)?.sha === sha);
    if (previousFilename === undefined) changes.push({ filename, status: 'added', sha });
    else {
      gone.delete(previousFilename);
      changes.push({ filename, status: 'renamed', sha, previousFilename });
    }
  }
  for (const filename of gone) {
    changes.push({ filename, status: 'removed', sha: old.get(filename)?.sha ?? '' });
  }
  return changes.sort((one, other) => (one.filename < other.filename ? -1 : 1));
}

/** The newest commit that both stand on, as `git merge-base` finds it; undefined where they have nothing in common. */
export function mergeBase(objects: ObjectDatabase, one: string, other: string): string | undefined {
  const known = new Set(ancestry(objects, one));
  const common = [...ancestry(objects, other)].filter(sha => known.has(sha));
  // Whatever lies before a common commit is common too, so the best one is no other's parent.
  const older = new Set(common.flatMap(sha => objects.commit(sha)?.parents ?? []));
  return common.find(sha => !older.has(sha));
}

/** Commits reached from `head` and not from `base`, oldest first. */
export function commitsBetween(objects: ObjectDatabase, base: string | null, head: string): string[] {
  const known = new Set<string>();
  if (base !== null) for (const sha of ancestry(objects, base)) known.add(sha);
  const fresh: string[] = [];
  for (const sha of ancestry(objects, head)) {
    if (!known.has(sha)) fresh.push(sha);
  }
  return fresh.reverse();
}

/** The commit and everything before it, each once, newest first. */
export function* ancestry(objects: ObjectDatabase, head: string): Generator<string> {
  const open = [head];
  const seen = new Set<string>();
  for (let sha = open.shift(); sha !== undefined; sha = open.shift()) {
    if (seen.has(sha)) continue;
    seen.add(sha);
    yield sha;
    open.push(...(objects.commit(sha)?.parents ?? []));
  }
}

/** The tree of a commit. Fails where there is none. */
export function treeOf(objects: ObjectDatabase, commitSha: string): string {
  const commit = objects.commit(commitSha);
  if (commit === undefined) throw new Error(`No commit ${commitSha}`);
  return commit.tree;
}
