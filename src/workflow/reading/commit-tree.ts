import type { Tree, TreeEntry } from '../../ports.ts';

/** Folders below the root in which GitHub looks for a README, in lower case. */
const README_FOLDERS = ['.github', 'docs'];
/** How many folders deep a single file is looked for in a tree too large to be listed; each costs a request. */
const MAX_SEARCH_DEPTH = 8;

export const MODE_TREE = '040000';
/** `100644`, or `100755` where it is executable. */
export const MODE_FILE = '100';

/** `GitHub.readTree` for a place, which is whatever the reader finds a repository by. */
export interface TreeReader<Place> {
  readonly readTree: (place: Place, treeish: string, options: { recursive: boolean }) => Promise<Tree>;
}

/** What is known of a commit's files. */
export interface CommitTree {
  readonly entries: readonly TreeEntry[];
  /** True where the tree is too large to be listed: only the root and the README folders are known. */
  readonly truncated: boolean;
  /** The entry at a path, looked up folder by folder where the tree is too large; undefined where there is none. */
  find(path: string): Promise<TreeEntry | undefined>;
}

/** Reads a commit's tree: one request, or up to four where GitHub cut the listing. */
export async function readCommitTree<Place>(
  github: TreeReader<Place>,
  repository: Place,
  treeish: string,
): Promise<CommitTree> {
  const whole = await github.readTree(repository, treeish, { recursive: true });
  if (whole.truncated) return readByFolder(github, repository, treeish);
  const byPath = new Map(whole.entries.map(entry => [entry.path, entry]));
  return { entries: whole.entries, truncated: false, find: async path => byPath.get(path) };
}

/**
 * The parts of a very large tree that matter. What the cut listing did hold is left aside: where GitHub cuts is not
 * promised, and the same commit must give the same review.
 */
async function readByFolder<Place>(
  github: TreeReader<Place>,
  repository: Place,
  treeish: string,
): Promise<CommitTree> {
  const byPath = new Map<string, TreeEntry>();
  const listed = new Set<string>();

  async function list(folder: TreeEntry): Promise<void> {
    if (folder.mode !== MODE_TREE || listed.has(folder.path)) return;
    listed.add(folder.path);
    await listInto(folder.sha, `${folder.path}/`);
  }

  async function listInto(id: string, prefix: string): Promise<void> {
    const { entries } = await github.readTree(repository, id, { recursive: false });
    for (const entry of entries) {
      const path = prefix + entry.path;
      byPath.set(path, { ...entry, path });
    }
  }

  async function find(path: string): Promise<TreeEntry | undefined> {
    const names = path.split('/');
    if (names.length > MAX_SEARCH_DEPTH) return undefined;
    for (let depth = 1; depth < names.length; depth += 1) {
      const folder = byPath.get(names.slice(0, depth).join('/'));
      if (folder === undefined) return undefined;
      await list(folder);
    }
    return byPath.get(path);
  }

  await listInto(treeish, '');
  for (const entry of [...byPath.values()]) {
    if (README_FOLDERS.includes(entry.path.toLowerCase())) await list(entry);
  }
  return { entries: [...byPath.values()], truncated: true, find };
}
