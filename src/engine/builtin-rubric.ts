import { readdirSync, readFileSync } from 'node:fs';
import { ShowworkError } from '../errors.ts';
import { describeProblem } from '../rubric/describe-problem.ts';
import { type LoadedRubric, loadRubric, type YamlFile } from '../rubric/load-rubric.ts';
import { loadRubricLayer } from '../rubric/load-rubric-layer.ts';
import type { Rubric } from '../rubric/rubric.ts';
import type { Rubrics } from '../rubric/rubrics.ts';
import { PACKAGE_ROOT } from './package-root.ts';

const RUBRICS = 'rubrics/';
const BASE = `${RUBRICS}base.yml`;
const LEXICONS = `${RUBRICS}lexicons/`;

/**
 * The rubrics that ship with the package, the base and one for each project type, read from the disk; `root` is the
 * package's folder.
 * @throws ShowworkError RUBRIC_INVALID, with file, line, column and what was expected for each problem.
 */
export function readBuiltinRubrics(root = PACKAGE_ROOT): Rubrics {
  const base = readBuiltinRubric(root);
  const files = builtinRubricFiles(root).filter(({ fileName }) => fileName !== BASE);
  const types = files.map(({ text, fileName }) => rubricOf(loadRubricLayer(text, fileName, [base])));
  return { base, types };
}

/**
 * The rubric that every project type stands on.
 * @throws ShowworkError RUBRIC_INVALID
 */
export function readBuiltinRubric(root = PACKAGE_ROOT): Rubric {
  return rubricOf(loadRubric(readFileSync(new URL(BASE, root), 'utf8'), BASE, readBuiltinLexicons(root)));
}

/** The files of the rubrics that ship. */
export function builtinRubricFiles(root = PACKAGE_ROOT): readonly YamlFile[] {
  return readFolder(RUBRICS, root);
}

/** What each language calls things: the same for every rubric. */
export function readBuiltinLexicons(root = PACKAGE_ROOT): readonly YamlFile[] {
  return readFolder(LEXICONS, root);
}

/** The YAML files of a folder of the package, in the order of their names. */
function readFolder(folder: string, root: URL): readonly YamlFile[] {
  return readdirSync(new URL(folder, root))
    .filter(name => name.endsWith('.yml'))
    .sort()
    .map(name => ({
      fileName: `${folder}${name}`,
      text: readFileSync(new URL(`${folder}${name}`, root), 'utf8'),
    }));
}

function rubricOf(loaded: LoadedRubric): Rubric {
  if (loaded.ok) return loaded.rubric;
  throw new ShowworkError('RUBRIC_INVALID', loaded.problems.map(describeProblem).join('\n'));
}
