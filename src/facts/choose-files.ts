/**
 * Which files of a commit are worth reading: the README that GitHub shows, and a bounded set of manifests.
 *
 * README order, from https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-readmes
 * (`.github/`, then the root, then `docs/`) and https://github.com/github/markup/issues/360 (formatted files before plain
 * text, then by name). So `README.md` wins over `README.rst`, and `README.rst` over a bare `README`. One choice is ours:
 * Markdown wins over every other format in the same folder, because it is the format that can be judged.
 */
import { isManifest } from './manifests/manifest-names.ts';
import { firstReadme } from './readme-names.ts';

interface FileEntry {
  readonly path: string;
  readonly mode: string;
  readonly sha: string;
  /** Bytes; absent for trees and submodules. */
  readonly size?: number;
}

/** `mode` tells a symlink (`120000`) or a submodule (`160000`) apart. */
export interface ChosenReadme {
  readonly path: string;
  readonly sha: string;
  /** Bytes. */
  readonly size: number;
  readonly mode: string;
}

export interface ChosenManifest {
  readonly path: string;
  readonly sha: string;
  /** Bytes. */
  readonly size: number;
}

export interface ChosenFiles {
  /** The README GitHub would show, or null. */
  readonly readme: ChosenReadme | null;
  /** The folders that were searched for a README, in words a learner reads. */
  readonly lookedIn: readonly string[];
  readonly manifests: readonly ChosenManifest[];
}

/** More manifests than this say nothing new about one README. Each one that changed costs a request. */
export const MAX_MANIFESTS = 8;
/** A manifest above this is a lock file in disguise. Bytes. */
export const MAX_MANIFEST_BYTES = 64 * 1024;
/** Manifests deeper than this belong to examples and vendored code. Folders below the README's. */
export const MAX_MANIFEST_DEPTH = 2;

const README_FOLDERS: readonly string[] = ['.github/', '', 'docs/'];
const LOOKED_IN = ['.github/', 'the root of the repository', 'docs/'] as const;
const TREE_MODE = '040000';

/** Picks from the entries of one recursive tree listing. Linear in the number of entries. */
export function chooseFiles(entries: readonly FileEntry[]): ChosenFiles {
  const first = firstReadme(files(entries), rankInRepository);
  const readme = first === null ? null : chosen(first);
  return { readme, lookedIn: LOOKED_IN, manifests: manifestsFor(entries, readme?.path ?? '') };
}

/**
 * The file at a path, whatever its name, or the README that GitHub would show in the folder at that path; null where
 * there is neither. Paths are below the root; `''` is the whole repository. Linear in the number of entries.
 */
export function chooseReadmeAt(entries: readonly FileEntry[], path: string): ChosenReadme | null {
  const wanted = path.replace(/^(?:\.?\/)+|(?<!\/)\/+$/g, '');
  const all = files(entries);
  const found =
    wanted === '' || wanted === '.'
      ? firstReadme(all, rankInRepository)
      : (all.find(entry => entry.path === wanted) ??
        firstReadme(all, folder => (folder === `${wanted}/` ? 0 : null)));
  return found === null ? null : chosen(found);
}

/**
 * The manifests worth reading for one README: those in and below its folder, the nearest first, then those in the folders
 * above it, the nearest first; at most `MAX_MANIFESTS`. A neighbour's manifests say nothing about it. A README in
 * `.github/` or `docs/` speaks of the whole repository. Linear in the number of entries.
 */
export function manifestsFor(entries: readonly FileEntry[], readmePath: string): readonly ChosenManifest[] {
  const folder = projectFolderOf(readmePath);
  return entries
    .filter(({ path, mode, size }) => {
      return isFile(mode) && (size ?? 0) <= MAX_MANIFEST_BYTES && isManifest(path);
    })
    .flatMap(({ path, sha, size }) => {
      const distance = distanceFrom(folder, folderOf(path));
      return distance === null ? [] : [{ path, sha, size: size ?? 0, distance }];
    })
    .sort((a, b) => a.distance - b.distance || (a.path < b.path ? -1 : 1))
    .slice(0, MAX_MANIFESTS)
    .map(({ path, sha, size }) => ({ path, sha, size }));
}

/** The folder of the project that a README tells of, with a slash at its end; `''` for the whole repository. */
export function projectFolderOf(readmePath: string): string {
  return folderOf(readmePath).replace(/^(?:\.github|docs)\/$/i, '');
}

/** Steps down from the project's folder, else, behind all of these, steps up from it; null where it is neither. */
function distanceFrom(project: string, folder: string): number | null {
  const depth = (path: string): number => path.split('/').length - 1;
  const down = depth(folder) - depth(project);
  if (folder.startsWith(project)) return down <= MAX_MANIFEST_DEPTH ? down : null;
  return project.startsWith(folder) ? MAX_MANIFEST_DEPTH - down : null;
}

function rankInRepository(folder: string): number | null {
  const rank = README_FOLDERS.indexOf(folder.toLowerCase());
  return rank < 0 ? null : rank;
}

function files(entries: readonly FileEntry[]): readonly FileEntry[] {
  return entries.filter(({ mode }) => mode !== TREE_MODE);
}

function chosen({ path, sha, mode, size }: FileEntry): ChosenReadme {
  return { path, sha, mode, size: size ?? 0 };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function isFile(mode: string): boolean {
  return mode === '100644' || mode === '100755';
}
