import type { ObjectDatabase } from './object-database.ts';
import type { GitMode, GitTreeEntry } from './objects.ts';

/** What stands at a path: text or bytes, an executable, a symbolic link, or a submodule's commit. */
export type FileContent =
  | string
  | Uint8Array
  | { readonly executable: string | Uint8Array }
  | { readonly symlink: string }
  | { readonly submodule: string };

/** Paths with what to write there; null removes the path. */
export type FileChanges = Readonly<Record<string, FileContent | null>>;

/** A file, link or submodule of a commit. */
export interface TreeFile {
  readonly path: string;
  readonly mode: GitMode;
  readonly sha: string;
}

export interface TreeItem extends TreeFile {
  readonly type: 'blob' | 'tree' | 'commit';
}

/** Everything below a tree, in the order `git ls-tree -r -t` gives; without `recursive` its own entries only. */
export function* listTree(
  objects: ObjectDatabase,
  sha: string,
  recursive: boolean,
  prefix = '',
): Generator<TreeItem> {
  for (const entry of objects.tree(sha) ?? []) {
    const path = prefix + entry.name;
    yield { path, mode: entry.mode, sha: entry.sha, type: typeOf(entry) };
    if (recursive && entry.mode === '40000') yield* listTree(objects, entry.sha, true, `${path}/`);
  }
}

/** The files of a tree by path, without the trees between them. */
export function filesOf(objects: ObjectDatabase, treeSha: string): Map<string, TreeFile> {
  const files = new Map<string, TreeFile>();
  for (const item of listTree(objects, treeSha, true)) {
    if (item.type !== 'tree') files.set(item.path, { path: item.path, mode: item.mode, sha: item.sha });
  }
  return files;
}

/** Applies changes to the files of `base` (none: an empty tree) and answers the new tree's id. */
export function writeTree(objects: ObjectDatabase, base: string | null, changes: FileChanges): string {
  const files = base === null ? new Map<string, TreeFile>() : filesOf(objects, base);
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) files.delete(path);
    else files.set(path, { path, ...store(objects, content) });
  }
  return writeFolder(objects, [...files.values()]);
}

/**
 * The files of `into` with what differs between `before` and `after` put in their place, and its tree's id: a merge in
 * which `after` wins wherever both changed a file.
 */
export function mergeTrees(
  objects: ObjectDatabase,
  { into, before, after }: { readonly into: string; readonly before: string; readonly after: string },
): string {
  const files = filesOf(objects, into);
  const old = filesOf(objects, before);
  const present = filesOf(objects, after);
  for (const path of old.keys()) if (!present.has(path)) files.delete(path);
  for (const [path, file] of present) {
    const previous = old.get(path);
    if (previous?.sha !== file.sha || previous.mode !== file.mode) files.set(path, file);
  }
  return writeFolder(objects, [...files.values()]);
}

function writeFolder(objects: ObjectDatabase, files: readonly TreeFile[]): string {
  const entries: GitTreeEntry[] = [];
  const folders = new Map<string, TreeFile[]>();
  for (const file of files) {
    const slash = file.path.indexOf('/');
    if (slash < 0) {
      entries.push({ name: file.path, mode: file.mode, sha: file.sha });
      continue;
    }
    const folder = file.path.slice(0, slash);
    const inside = folders.get(folder) ?? [];
    inside.push({ ...file, path: file.path.slice(slash + 1) });
    folders.set(folder, inside);
  }
  for (const [name, inside] of folders) {
    entries.push({ name, mode: '40000', sha: writeFolder(objects, inside) });
  }
  return objects.addTree(entries);
}

function store(objects: ObjectDatabase, content: FileContent): { mode: GitMode; sha: string } {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    return { mode: '100644', sha: objects.addBlob(bytesOf(content)) };
  }
  if ('executable' in content) return { mode: '100755', sha: objects.addBlob(bytesOf(content.executable)) };
  if ('symlink' in content) return { mode: '120000', sha: objects.addBlob(bytesOf(content.symlink)) };
  return { mode: '160000', sha: content.submodule };
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
}

function typeOf(entry: GitTreeEntry): TreeItem['type'] {
  if (entry.mode === '40000') return 'tree';
  return entry.mode === '160000' ? 'commit' : 'blob';
}
