/** The READMEs that settings name, among the files of a commit. */
import { globMatcher, isGlob } from './glob.ts';
import { type FolderWithReadme, foldersWithReadme } from './readme-names.ts';
import type { ReadmeSetting, Settings } from './settings.ts';

/** One check run speaks of no more: its summary holds 65,535 bytes (docs: rest/checks/runs). */
export const MAX_READMES = 20;
/** Folders with a README that globs are matched with, the upper levels first; deeper ones are vendored code. */
export const MAX_FOLDERS = 1_000;

export interface ReadmeSearch {
  /** In the order of the settings, and by path where one entry names several; at most `MAX_READMES`. */
  readonly readmes: readonly ReadmeSetting[];
  /** How many more there are. */
  readonly leftOut: number;
  /** Entries that name nothing that is there, as the settings have them. */
  readonly unmatched: readonly string[];
}

/** The READMEs that are reviewed by these settings; empty where they name none, and they are to be found otherwise. */
export function readmesFor(
  settings: Pick<Settings, 'readmes'>,
  paths: readonly string[],
): readonly ReadmeSetting[] {
  return findReadmes(settings, paths).readmes;
}

/**
 * The READMEs among a commit's file paths that the settings name: a file, a folder for the README in it, a glob for the
 * READMEs in the folders that fit. The first entry that names one decides its place, the first that declares a type
 * its type.
 */
export function findReadmes(settings: Pick<Settings, 'readmes'>, paths: readonly string[]): ReadmeSearch {
  if (settings.readmes.length === 0) return { readmes: [], leftOut: 0, unmatched: [] };
  const files = new Set(paths);
  const folders = foldersWithReadme(paths);
  const found = new Map<string, ReadmeSetting>();
  const unmatched: string[] = [];
  for (const { path: entry, projectType } of settings.readmes) {
    const named = files.has(entry) ? [entry] : readmesIn(folders, entry);
    if (named.length === 0) unmatched.push(entry);
    for (const path of named) {
      const type = found.get(path)?.projectType ?? projectType;
      found.set(path, type === undefined ? { path } : { path, projectType: type });
    }
  }
  const readmes = [...found.values()];
  return {
    readmes: readmes.slice(0, MAX_READMES),
    leftOut: Math.max(0, readmes.length - MAX_READMES),
    unmatched,
  };
}

/** The root of the repository, as settings write it. */
const ROOT = '.';
/** A glob that ends in a file's name is one of files, every other one of folders. */
const NAMES_FILES = /readme[^/]*$|\.md$/i;

function readmesIn(folders: readonly FolderWithReadme[], entry: string): readonly string[] {
  if (!isGlob(entry)) {
    const wanted = entry === ROOT ? '' : entry;
    return folders.filter(({ folder }) => folder === wanted).map(({ readme }) => readme);
  }
  const fits = globMatcher(entry);
  const ofFiles = NAMES_FILES.test(entry);
  return folders
    .slice(0, MAX_FOLDERS)
    .filter(({ folder, readme }) => (ofFiles ? fits(readme) : folder === '' ? entry === '**' : fits(folder)))
    .map(({ readme }) => readme)
    .sort();
}
