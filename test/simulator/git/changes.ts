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

function treeOf(objects: ObjectDatabase, commitSha: string): string {
  const commit = objects.commit(commitSha);
  if (commit === undefined) throw new Error(`No commit ${commitSha}`);
  return commit.tree;
}
