import { readFile, readlink, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type ChosenFiles, chooseFiles } from '../facts/choose-files.ts';
import { MAX_README_BYTES, type RepositoryFile, type ReviewRequest, type TreeEntry } from '../ports.ts';
import { followSymlink } from '../workflow/reading/follow-symlink.ts';
import { blobSha, blobShaOfFile } from './blob-sha.ts';
import type { FolderListing } from './list-folder.ts';
import { listFolder, MODES } from './list-folder.ts';

/** A folder in which no README stands where GitHub would show one. */
export class NoReadmeError extends Error {
  override readonly name = 'NoReadmeError';
  readonly lookedIn: readonly string[];

  constructor(folder: string, lookedIn: readonly string[]) {
    super(`no README in ${folder}; looked in ${lookedIn.join(', ')}`);
    this.lookedIn = lookedIn;
  }
}

/** What stands in a repository's folder; nothing but names was read. */
export interface RepositoryFolder {
  readonly root: string;
  readonly listing: FolderListing;
  readonly chosen: ChosenFiles;
  /** Every file, link and submodule, sorted. */
  readonly paths: readonly string[];
}

/** Throws the file system's error. */
export async function openRepositoryFolder(path: string): Promise<RepositoryFolder> {
  const root = resolve(path);
  const listing = await listFolder(root);
  const paths = listing.entries
    .filter(({ mode }) => mode !== MODES.folder)
    .map(each => each.path)
    .sort();
  return { root, listing, chosen: chooseFiles(listing.entries), paths };
}

/**
 * What the engine needs to review a repository's folder as it would review the commit on GitHub.
 * @param readme path below the folder of the README to judge; the one GitHub would show where absent.
 * @throws NoReadmeError, or the file system's error.
 */
export async function requestFor(folder: RepositoryFolder, readme?: string): Promise<ReviewRequest> {
  const { root, listing, chosen, paths } = folder;
  const entry = listing.entries.find(each => each.path === (readme ?? chosen.readme?.path));
  if (entry === undefined) throw new NoReadmeError(root, chosen.lookedIn);
  return {
    repositoryName: basename(root),
    readme: await readReadme(root, entry, listing),
    paths,
    pathsTruncated: listing.truncated,
    manifests: await readManifests(root, chosen.manifests),
  };
}

/** The same for a folder that was not opened yet. */
export async function readRepositoryFolder(path: string, readme?: string): Promise<ReviewRequest> {
  return requestFor(await openRepositoryFolder(path), readme);
}

/** The README alone, where nothing is known of the repository it belongs to. Throws the file system's error. */
export async function readReadmeFile(path: string): Promise<ReviewRequest> {
  const file = resolve(path);
  const name = basename(file);
  return {
    repositoryName: basename(dirname(file)),
    readme: { path: name, ...(await readContent(file)) },
    paths: [name],
    pathsTruncated: false,
    manifests: [],
  };
}

async function readReadme(
  root: string,
  entry: TreeEntry,
  listing: FolderListing,
): Promise<ReviewRequest['readme']> {
  const tree = {
    ...listing,
    find: async (path: string) => listing.entries.find(each => each.path === path),
  };
  const file = await followSymlink(entry, tree, link => readlink(join(root, link), 'buffer'));
  if (typeof file === 'string') return { path: entry.path, sha: await shaOf(root, entry), content: file };
  return { path: file.path, ...(await readContent(join(root, file.path))) };
}

/** Git keeps a link as a blob with its target as content. */
async function shaOf(root: string, { path, mode }: TreeEntry): Promise<string> {
  if (mode === MODES.link) return blobSha(await readlink(join(root, path), 'buffer'));
  return blobSha(new Uint8Array());
}

async function readContent(file: string): Promise<Pick<ReviewRequest['readme'], 'sha' | 'content'>> {
  const { size } = await stat(file);
  if (size > MAX_README_BYTES) return { sha: await blobShaOfFile(file, size), content: 'too-large' };
  const content = await readFile(file);
  return { sha: blobSha(content), content };
}

async function readManifests(
  root: string,
  manifests: readonly { readonly path: string }[],
): Promise<readonly RepositoryFile[]> {
  return Promise.all(manifests.map(async ({ path }) => ({ path, bytes: await readFile(join(root, path)) })));
}
