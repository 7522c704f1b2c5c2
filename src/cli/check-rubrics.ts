/** What `showwork rubric check` does. */
import { readFileSync } from 'node:fs';
import { builtinRubricFiles } from '../engine/builtin-rubric-files.ts';
import { type RubricCheck, rubricChecker } from '../engine/check-rubric-file.ts';
import { visible } from '../render/plain-text.ts';
import { plural } from '../render/wording.ts';
import type { YamlFile } from '../rubric/load-rubric.ts';
import type { Exit } from './exit-codes.ts';
import { fileProblem } from './file-problem.ts';

/** Checks rubric files, or those that ship where there are none, and prints what came of it. */
export function checkRubrics(paths: readonly string[]): readonly Exit[] {
  const check = rubricChecker();
  if (paths.length === 0) return builtinRubricFiles().flatMap(file => report(check(file)));
  return paths.flatMap(path => {
    const read = readFile(path);
    if ('text' in read) return report(check(read));
    process.stderr.write(`showwork: ${visible(path)}: ${visible(read.problem)}\n`);
    return ['usage'];
  });
}

function readFile(path: string): YamlFile | { readonly problem: string } {
  try {
    return { fileName: path, text: readFileSync(path, 'utf8') };
  } catch (error) {
    return { problem: fileProblem(error) };
  }
}

function report({ fileName, criteria, problems }: RubricCheck): readonly Exit[] {
  for (const problem of problems) process.stdout.write(`${visible(problem)}\n`);
  const found =
    problems.length > 0
      ? plural(problems.length, 'problem', 'problems')
      : `${plural(criteria, 'criterion', 'criteria')}, every example as it should be`;
  process.stdout.write(`${visible(fileName)}: ${found}\n`);
  return problems.length > 0 ? ['configuration'] : ['ok'];
}
