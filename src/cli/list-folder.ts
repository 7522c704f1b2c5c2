import type { Dirent } from 'node:fs';
import { existsSync } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { TreeEntry } from '../ports.ts';

/** As many entries as GitHub lists of a tree before it cuts (docs: rest/git/trees). */
const MAX_ENTRIES = 100_000;

/** Git's own folder, and what tools put beside the sources and nobody commits: GitHub's tree does not show them. */
const LEFT_OUT = new Set(['.git', 'node_modules', '.venv', 'venv', '__pycache__', '.ipynb_checkpoints']);

/** GitHub's tree modes, for what a folder on disk holds. */
export const MODES = { file: '100644', folder: '040000', link: '120000', submodule: '160000' } as const;

export interface FolderListing {
  /** As GitHub would list them; `sha` is the path itself, since nothing was read yet. */
  readonly entries: readonly TreeEntry[];
  readonly truncated: boolean;
}

/**
 * Everything below a folder, level by level and by name, so that a listing that is cut holds the upper levels.
 * Repositories inside it are listed as submodules are: by name alone. Links are not followed.
 * @throws the file system's error where the folder itself cannot be read; folders below it are then left out.
 */
export async function listFolder(root: string, limit = MAX_ENTRIES): Promise<FolderListing> {
  const entries: TreeEntry[] = [];
  const waiting = [{ path: '', children: await namesIn(root) }];
  for (const { path, children } of waiting) {
    for (const child of children) {
      if (LEFT_OUT.has(child.name)) continue;
      if (entries.length === limit) return { entries, truncated: true };
      const entry = await entryFor(root, path, child);
      if (entry === null) continue;
      entries.push(entry);
      if (entry.mode !== MODES.folder) continue;
      const inside = await namesIn(join(root, entry.path)).catch(() => []);
      waiting.push({ path: `${entry.path}/`, children: inside });
    }
  }
  return { entries, truncated: false };
}

async function namesIn(folder: string): Promise<readonly Dirent[]> {
  const names = await readdir(folder, { withFileTypes: true });
  return names.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Null for what git does not keep: sockets, devices, and files that went away meanwhile. */
async function entryFor(root: string, parent: string, child: Dirent): Promise<TreeEntry | null> {
  const path = parent + child.name;
  if (child.isDirectory()) {
    const mode = existsSync(join(root, path, '.git')) ? MODES.submodule : MODES.folder;
    return { path, sha: path, mode };
  }
  if (!child.isFile() && !child.isSymbolicLink()) return null;
  const status = await lstat(join(root, path)).catch(() => null);
  if (status === null) return null;
  return { path, sha: path, mode: child.isFile() ? MODES.file : MODES.link, size: status.size };
}
