import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { builtinRubricFiles } from '../engine/builtin-rubric.ts';
import type { RubricCheck } from '../engine/check-rubric-file.ts';
import { visible } from '../render/plain-text.ts';
import { plural } from '../render/wording.ts';
import type { YamlFile } from '../rubric/load-rubric.ts';
import type { Exit } from './exit-codes.ts';
import { exitCodeHelp } from './exit-codes.ts';
import { fileProblem } from './file-problem.ts';

/** `showwork rubric check [FILE…]`. `finish` gets what happened, once. */
export function rubricCommand(finish: (exits: readonly Exit[]) => void): Command {
  const check = new Command('check')
    .summary('check rubric files and run their examples')
    .description(
      'Says what is wrong in a rubric, with line and column, and runs the examples of its criteria as tests: the ' +
        'strong one must be present, the weak one must not.\n\n' +
        'A FILE stands on a rubric that ships (`extends: base`) or is a whole one. Without a FILE the rubrics that ' +
        'ship are checked.',
    )
    .argument('[file...]', 'rubric files')
    .addHelpText('after', `\n${exitCodeHelp()}`)
    .action(async (paths: readonly string[]) => finish(await run(paths)));
  return new Command('rubric').summary('work on rubrics').addCommand(check);
}

async function run(paths: readonly string[]): Promise<readonly Exit[]> {
  // Loaded here: it brings what reads READMEs, a hundred megabytes that no other command should carry.
  const { rubricChecker } = await import('../engine/check-rubric-file.ts');
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
