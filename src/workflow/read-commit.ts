import { chooseFiles } from '../facts/choose-files.ts';
import type { Repository } from '../jobs.ts';
import {
  type GitHub,
  MAX_README_BYTES,
  type RepositoryFile,
  type TreeEntry,
  type UnreadReason,
} from '../ports.ts';
import type { BlobCache } from './blob-cache.ts';
import { type CommitTree, MODE_TREE, readCommitTree } from './commit-tree.ts';
import { followSymlink } from './follow-symlink.ts';

/** What a commit's tree says, before any README is read. */
export interface Commit {
  readonly readme: CommitReadme | null;
  /** Where a README was looked for, in words. */
  readonly lookedIn: readonly string[];
  readonly manifests: readonly { readonly path: string; readonly sha: string }[];
  /** Every file, link and submodule, sorted. */
  readonly paths: readonly string[];
  readonly pathsTruncated: boolean;
}

export interface CommitReadme {
  /** Of the file itself where the README is a symbolic link: its lines are the ones that are cited. */
  readonly path: string;
  readonly sha: string;
  /** Why it is not read; null where it is. */
  readonly unread: UnreadReason | null;
}

/** One tree request; more for trees that GitHub cuts, and one for each symbolic link on the way to the README. */
export async function readCommit(
  github: GitHub,
  blobs: BlobCache,
  repository: Repository,
  treeish: string,
): Promise<Commit> {
  const tree = await readCommitTree(github, repository, treeish);
  const { readme, lookedIn, manifests } = chooseFiles(tree.entries);
  return {
    readme: readme && (await locate(readme, tree, sha => blobs.read(repository, sha))),
    lookedIn,
    manifests,
    paths: tree.entries
      .filter(entry => entry.mode !== MODE_TREE)
      .map(entry => entry.path)
      .sort(),
    pathsTruncated: tree.truncated,
  };
}

/** The bytes a review needs. Nothing is judged by the manifests of a README that is not read. */
export async function readFiles(
  blobs: BlobCache,
  repository: Repository,
  readme: CommitReadme,
  { manifests }: Commit,
): Promise<{ content: Uint8Array | UnreadReason; manifests: readonly RepositoryFile[] }> {
  if (readme.unread !== null) return { content: readme.unread, manifests: [] };
  const content = await blobs.read(repository, readme.sha);
  const files: RepositoryFile[] = [];
  for (const { path, sha } of manifests) files.push({ path, bytes: await blobs.read(repository, sha) });
  return { content, manifests: files };
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
