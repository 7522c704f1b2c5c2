import { chooseFiles, chooseReadmeAt, manifestsFor } from '../../facts/choose-files.ts';
import { MAX_README_BYTES, type RepositoryFile, type TreeEntry, type UnreadReason } from '../../ports.ts';
import type { BlobReader } from './blob-cache.ts';
import { type CommitTree, MODE_FILE, MODE_TREE, readCommitTree, type TreeReader } from './commit-tree.ts';
import { followSymlink } from './follow-symlink.ts';

/** What a commit's tree says, before any file is read. */
export interface Commit {
  /** The README that GitHub shows; null where there is none. */
  readonly readme: CommitReadme | null;
  /** Where a README was looked for, in words. */
  readonly lookedIn: readonly string[];
  /** Every file, link and submodule, sorted. */
  readonly paths: readonly string[];
  readonly pathsTruncated: boolean;
  /** The first of these paths that is a file; null where none is. */
  firstFile(paths: readonly string[]): TreeEntry | null;
  /** The README at a path; null where there is none. */
  readmeAt(path: string): Promise<CommitReadme | null>;
  /** What is worth reading beside a README to know what its project is built with. */
  manifestsFor(readmePath: string): readonly ManifestFile[];
}

export interface CommitReadme {
  /** Of the file itself where the README is a symbolic link: its lines are the ones that are cited. */
  readonly path: string;
  readonly sha: string;
  /** Why it is not read; null where it is. */
  readonly unread: UnreadReason | null;
}

export interface ManifestFile {
  readonly path: string;
  readonly sha: string;
}

/** One tree request; more for trees that GitHub cuts, and one for each symbolic link on the way to the README. */
export async function readCommit<Place>(
  github: TreeReader<Place>,
  blobs: BlobReader<Place>,
  repository: Place,
  treeish: string,
): Promise<Commit> {
  const tree = await readCommitTree(github, repository, treeish);
  const { entries } = tree;
  const readBlob = (sha: string) => blobs.read(repository, sha);
  const { readme, lookedIn } = chooseFiles(entries);
  return {
    readme: readme && (await locate(readme, tree, readBlob)),
    lookedIn,
    paths: entries
      .filter(entry => entry.mode !== MODE_TREE)
      .map(entry => entry.path)
      .sort(),
    pathsTruncated: tree.truncated,
    firstFile: paths => firstFile(entries, paths),
    readmeAt: async path => {
      const entry = chooseReadmeAt(entries, path);
      return entry && locate(entry, tree, readBlob);
    },
    manifestsFor: readmePath => manifestsFor(entries, readmePath),
  };
}

/** The bytes a review needs. Nothing is judged by the manifests of a README that is not read. */
export async function readFiles<Place>(
  blobs: BlobReader<Place>,
  repository: Place,
  readme: CommitReadme,
  commit: Commit,
): Promise<{ content: Uint8Array | UnreadReason; manifests: readonly RepositoryFile[] }> {
  if (readme.unread !== null) return { content: readme.unread, manifests: [] };
  const content = await blobs.read(repository, readme.sha);
  const files: RepositoryFile[] = [];
  for (const { path, sha } of commit.manifestsFor(readme.path)) {
    files.push({ path, bytes: await blobs.read(repository, sha) });
  }
  return { content, manifests: files };
}

function firstFile(entries: readonly TreeEntry[], paths: readonly string[]): TreeEntry | null {
  for (const path of paths) {
    const entry = entries.find(each => each.path === path && each.mode.startsWith(MODE_FILE));
    if (entry !== undefined) return entry;
  }
  return null;
}

async function locate(
  readme: TreeEntry,
  tree: CommitTree,
  readBlob: (sha: string) => Promise<Uint8Array>,
): Promise<CommitReadme> {
  const file = await followSymlink(readme, tree, readBlob);
  if (typeof file === 'string') return { path: readme.path, sha: readme.sha, unread: file };
  const tooLarge = (file.size ?? 0) > MAX_README_BYTES;
  return { path: file.path, sha: file.sha, unread: tooLarge ? 'too-large' : null };
}
