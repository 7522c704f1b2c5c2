import { digestOf } from './digest.ts';
import { Lexicon } from './lexicon.ts';
import { loadYaml, type ProblemAt, type RubricProblem } from './load-yaml.ts';
import { type Rubric, RubricFile } from './rubric.ts';

export type LoadedRubric =
  | {
      readonly ok: true;
      readonly rubric: Rubric;
      /** Ids of the criteria that the file itself holds, in its order. */
      readonly own: readonly string[];
      /** For what turns out to be wrong later, in the file itself. */
      readonly problemAt: ProblemAt;
    }
  | { readonly ok: false; readonly problems: readonly RubricProblem[] };

export interface YamlFile {
  readonly text: string;
  /** Path as a mentor knows it, for messages. */
  readonly fileName: string;
}

/**
 * Reads a rubric (`rubrics/base.yml`) with the lexicons it is to be read with (`rubrics/lexicons/*.yml`, in any
 * order). Problems of all files are told at once, each with its line and column; nothing is thrown.
 */
export function loadRubric(
  yamlText: string,
  fileName: string,
  lexiconFiles: readonly YamlFile[],
): LoadedRubric {
  const file = loadYaml(yamlText, fileName, RubricFile);
  const loaded = lexiconFiles.map(lexicon => loadYaml(lexicon.text, lexicon.fileName, Lexicon));
  const problems = [file, ...loaded].flatMap(result => (result.ok ? [] : result.problems));
  if (!file.ok || problems.length > 0) return { ok: false, problems };
  const lexicons = loaded
    .flatMap(result => (result.ok ? [result.value] : []))
    .sort((a, b) => (a.language < b.language ? -1 : 1));
  const digest = digestOf({ rubric: file.value, lexicons });
  const rubric = { ...file.value, digest, lexicons, added: [] };
  return { ok: true, rubric, own: rubric.criteria.map(({ id }) => id), problemAt: file.problemAt };
}
