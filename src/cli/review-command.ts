import { Command, InvalidArgumentError, Option } from 'commander';
import type { Exit } from './exit-codes.ts';
import { exitCodeHelp } from './exit-codes.ts';
import { FORMATS } from './formats.ts';
import type { ReviewOptions } from './run-review.ts';
import { SETTINGS_PATH } from './settings-path.ts';
import { READMES_PER_THREAD } from './threads-for.ts';

/** More are of no use on any machine of today. */
const MOST_THREADS = 256;

const EXPLAINS_IN_TERMINAL =
  'error: --explain is written for people and has no other format than terminal; leave out --format';

/** `showwork review PATH…`. `finish` gets what happened, once. */
export function reviewCommand(finish: (exits: readonly Exit[]) => void): Command {
  return new Command('review')
    .summary('review README files and repository folders')
    .description(
      'Reviews READMEs as the app would: the same engine, the same verdicts.\n\n' +
        'A PATH is a repository folder or a README file. A README at the root of a repository (.git beside it) is ' +
        'read with the repository around it, any other file by itself.\n\n' +
        'Where there is no such path, owner/name is a repository on GitHub, and owner/name@ref its branch, tag or ' +
        'commit. A token (GH_TOKEN or GITHUB_TOKEN) reaches private ones; GITHUB_BASE_URL names another GitHub.\n\n' +
        `The settings of a repository (${SETTINGS_PATH}) hold here as they do in the app, and options win over them.`,
    )
    .argument('<path...>', 'README files, repository folders, and repositories on GitHub')
    .addOption(new Option('--format <format>', 'what is written').choices(FORMATS).default('terminal'))
    .option('--type <project type>', 'read the README as this type instead of finding it out')
    .option(
      '--explain',
      'tell how each verdict came about: passages, signals and words, with what they weigh',
      false,
    )
    .option('--sarif <file>', 'write a SARIF log into this file as well')
    .addOption(
      new Option('--threads <count>', 'READMEs that are judged at the same time')
        .argParser(parseThreads)
        .default(undefined, `one for every ${READMES_PER_THREAD} paths, at most one a core`),
    )
    .option('--enforce', 'exit with 1 where a criterion that counts is missing')
    .option('--no-enforce', 'never, whatever the repository’s settings say')
    .addHelpText('after', `\n${exitCodeHelp()}`)
    .action(async (paths: readonly string[], options: ReviewOptions, command: Command) => {
      if (options.explain && options.format !== 'terminal') command.error(EXPLAINS_IN_TERMINAL);
      // Loaded here, so that other commands do not wait for what reviews.
      const { typeProblem } = await import('./project-type.ts');
      const problem = options.type === undefined ? null : typeProblem(options.type);
      if (problem !== null)
        command.error(
          `error: option '--type <project type>' argument '${options.type}' is invalid. ${problem}`,
        );
      const { runReview } = await import('./run-review.ts');
      finish(await runReview(paths, options));
    });
}

function parseThreads(written: string): number {
  const count = Number(written);
  if (!Number.isInteger(count) || count < 1 || count > MOST_THREADS)
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${MOST_THREADS}.`);
  return count;
}
