/**
 * Which files of a commit are worth reading: the README that GitHub shows, and a bounded set of manifests.
 *
 * README order, from https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-readmes
 * (`.github/`, then the root, then `docs/`) and https://github.com/github/markup/issues/360 (formatted files before plain
 * text, then by name). So `README.md` wins over `README.rst`, and `README.rst` over a bare `README`. One choice is ours:
 * Markdown wins over every other format in the same folder, because it is the format that can be judged.
 */
import { isManifest } from './manifests/manifest-names.ts';

interface FileEntry {
  readonly path: string;
  readonly mode: string;
  readonly sha: string;
  /** Bytes; absent for trees and submodules. */
  readonly size?: number;
}

export interface ChosenFiles {
  /** The README GitHub would show, or null. `mode` tells a symlink (`120000`) or a submodule (`160000`) apart. */
  readonly readme: {
    readonly path: string;
    readonly sha: string;
    readonly size: number;
    readonly mode: string;
  } | null;
  /** The folders that were searched for a README, in words a learner reads. */
  readonly lookedIn: readonly string[];
  readonly manifests: readonly { readonly path: string; readonly sha: string; readonly size: number }[];
}

/** More manifests than this say nothing new about one README. Each one that changed costs a request. */
export const MAX_MANIFESTS = 8;
/** A manifest above this is a lock file in disguise. Bytes. */
export const MAX_MANIFEST_BYTES = 64 * 1024;
/** Manifests deeper than this belong to examples and vendored code. Folders below the root. */
export const MAX_MANIFEST_DEPTH = 2;

const README_FOLDERS = ['.github/', '', 'docs/'] as const;
const LOOKED_IN = ['.github/', 'the root of the repository', 'docs/'] as const;

const MARKDOWN = ['md', 'markdown', 'mdown', 'mkdn', 'mkd'];
const FORMATTED = [
  'adoc',
  'asc',
  'asciidoc',
  'creole',
  'mediawiki',
  'org',
  'pod',
  'rdoc',
  'rst',
  'textile',
  'wiki',
];
const PLAIN = ['', 'txt'];
const README_NAME = /^readme(?:\.([a-z0-9-]{1,12}))?(?:\.([a-z0-9]{1,12}))?$/i;
const TREE_MODE = '040000';

/** Picks from the entries of one recursive tree listing. Linear in the number of entries. */
export function chooseFiles(entries: readonly FileEntry[]): ChosenFiles {
  return { readme: chooseReadme(entries), lookedIn: LOOKED_IN, manifests: chooseManifests(entries) };
}

/** True for a path whose name says Markdown: the one format that is judged. */
export function isMarkdownPath(path: string): boolean {
  return MARKDOWN.includes(extensionOf(path));
}

function chooseReadme(entries: readonly FileEntry[]): ChosenFiles['readme'] {
  let best: { entry: FileEntry; rank: readonly number[] } | null = null;
  for (const entry of entries) {
    const rank = readmeRank(entry);
    if (rank === null) continue;
    if (best === null || comesBefore(rank, entry, best.rank, best.entry)) best = { entry, rank };
  }
  if (best === null) return null;
  const { path, sha, mode, size } = best.entry;
  return { path, sha, mode, size: size ?? 0 };
}

/** Folder, then format, then a plain name before one with a language suffix; null where it is no README. */
function readmeRank(entry: FileEntry): readonly number[] | null {
  if (entry.mode === TREE_MODE) return null;
  const slash = entry.path.lastIndexOf('/') + 1;
  const folder = README_FOLDERS.indexOf(
    entry.path.slice(0, slash).toLowerCase() as (typeof README_FOLDERS)[number],
  );
  if (folder < 0) return null;
  const name = README_NAME.exec(entry.path.slice(slash));
  if (name === null) return null;
  const suffixed = name[2] !== undefined;
  const format = formatRank((suffixed ? name[2] : name[1]) ?? '');
  return format === null ? null : [folder, suffixed ? 1 : 0, format];
}

function formatRank(extension: string): number | null {
  const lower = extension.toLowerCase();
  if (MARKDOWN.includes(lower)) return 0;
  if (FORMATTED.includes(lower)) return 1;
  if (PLAIN.includes(lower)) return 2;
  return null;
}

function comesBefore(
  rank: readonly number[],
  entry: FileEntry,
  otherRank: readonly number[],
  other: FileEntry,
) {
  for (const [index, value] of rank.entries()) {
    const difference = value - (otherRank[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  const [name, otherName] = [entry.path.toLowerCase(), other.path.toLowerCase()];
  return name === otherName ? entry.path < other.path : name < otherName;
}

function chooseManifests(entries: readonly FileEntry[]): ChosenFiles['manifests'] {
  return entries
    .filter(entry => isReadableFile(entry) && isManifest(entry.path))
    .map(({ path, sha, size }) => ({ path, sha, size: size ?? 0, depth: path.split('/').length - 1 }))
    .filter(({ size, depth }) => size <= MAX_MANIFEST_BYTES && depth <= MAX_MANIFEST_DEPTH)
    .sort((a, b) => a.depth - b.depth || (a.path < b.path ? -1 : 1))
    .slice(0, MAX_MANIFESTS)
    .map(({ path, sha, size }) => ({ path, sha, size }));
}

function isReadableFile(entry: FileEntry): boolean {
  return entry.mode === '100644' || entry.mode === '100755';
}

function extensionOf(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot <= path.lastIndexOf('/') ? '' : path.slice(dot + 1).toLowerCase();
}
