import { readdirSync, readFileSync } from 'node:fs';
import type { YamlFile } from '../rubric/load-rubric.ts';
import { PACKAGE_ROOT } from './package-root.ts';

export const RUBRICS_FOLDER = 'rubrics/';
export const LEXICONS_FOLDER = `${RUBRICS_FOLDER}lexicons/`;

/** The files of the rubrics that ship. Throws the file system's error. */
export function builtinRubricFiles(root = PACKAGE_ROOT): readonly YamlFile[] {
  return readYamlFiles(RUBRICS_FOLDER, root);
}

/** What each language calls things: the same for every rubric. Throws the file system's error. */
export function readBuiltinLexicons(root = PACKAGE_ROOT): readonly YamlFile[] {
  return readYamlFiles(LEXICONS_FOLDER, root);
}

function readYamlFiles(folder: string, root: URL): readonly YamlFile[] {
  return listFiles(folder, '.yml', root).map(fileName => ({
    fileName,
    text: readFileSync(new URL(fileName, root), 'utf8'),
  }));
}

/** The paths of a folder's files with this ending, seen from the package's folder and in the order of their names. */
export function listFiles(folder: string, ending: string, root: URL): readonly string[] {
  return readdirSync(new URL(folder, root))
    .filter(name => name.endsWith(ending))
    .sort()
    .map(name => `${folder}${name}`);
}
