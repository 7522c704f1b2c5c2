import { posix } from 'node:path';
import type { TreeEntry, UnreadReason } from '../../ports.ts';
import { type CommitTree, MODE_TREE } from './commit-tree.ts';

const MODE_SYMLINK = '120000';
const MODE_SUBMODULE = '160000';

/** Links followed one after another before the chain counts as broken; a circle ends here too. */
const MAX_HOPS = 5;
/** The longest path that Linux resolves (limits.h: PATH_MAX). Bytes. */
const MAX_TARGET_BYTES = 4096;

/**
 * The file an entry stands for: itself, or what its chain of symbolic links ends at, or why that cannot be read.
 * Each link costs one blob request.
 */
export async function followSymlink(
  start: TreeEntry,
  tree: CommitTree,
  readBlob: (sha: string) => Promise<Uint8Array>,
): Promise<TreeEntry | UnreadReason> {
  let entry = start;
  for (let hops = 0; entry.mode === MODE_SYMLINK; hops += 1) {
    if (hops === MAX_HOPS || (entry.size ?? 0) > MAX_TARGET_BYTES) return 'symlink-broken';
    const target = Buffer.from(await readBlob(entry.sha)).toString('utf8');
    const path = resolveTarget(entry.path, target);
    if (path === null) return 'symlink-outside';
    const found = await tree.find(path);
    if (found === undefined || found.mode === MODE_TREE) return 'symlink-broken';
    entry = found;
  }
  return entry.mode === MODE_SUBMODULE ? 'submodule' : entry;
}

/** The path inside the tree that a link points at, or null where it leads out of the repository. */
function resolveTarget(linkPath: string, target: string): string | null {
  if (posix.isAbsolute(target)) return null;
  const path = posix.join(posix.dirname(linkPath), target);
  return path === '..' || path.startsWith('../') ? null : path;
}
