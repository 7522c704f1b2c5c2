import { Command } from 'commander';
import type { Exit } from './exit-codes.ts';
import { exitCodeHelp } from './exit-codes.ts';

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
    .action(async (paths: readonly string[]) => {
      // Loaded here, so that other commands do not wait for what reads READMEs.
      const { checkRubrics } = await import('./check-rubrics.ts');
      finish(checkRubrics(paths));
    });
  return new Command('rubric').summary('work on rubrics').addCommand(check);
}
