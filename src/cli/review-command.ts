import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import pc from 'picocolors';
import { readBuiltinYardstick } from '../engine/builtin-yardstick.ts';
import { createReviewer } from '../engine/create-reviewer.ts';
import type { ReviewRequest } from '../ports.ts';
import type { Explanation } from '../review/explanation.ts';
import { actionsCopies, sarifCopy, withCopies } from './copies.ts';
import type { Exit } from './exit-codes.ts';
import { exitCodeHelp } from './exit-codes.ts';
import { githubReaderByNeed } from './github/reader-by-need.ts';
import type { Format } from './output.ts';
import { complaint, explainedOutput, FORMATS, outputFor } from './output.ts';
import { showProgress } from './progress.ts';
import { parseProjectType } from './project-type.ts';
import { reviewPaths } from './review-paths.ts';
import { builtinSettingsReader, SETTINGS_PATH } from './settings-of-folder.ts';

/** Columns where the terminal does not say, and the most that reads well. */
const DEFAULT_WIDTH = 80;
const MAX_WIDTH = 100;
/** Paths at work for each thread: one is read while another is judged. */
const PATHS_PER_THREAD = 2;
/** More are of no use on any machine of today. */
const MOST_THREADS = 256;

const EXPLAINS_IN_TERMINAL =
  'error: --explain is written for people and has no other format than terminal; leave out --format';

interface ReviewOptions {
  readonly format: Format;
  readonly explain: boolean;
  readonly enforce?: boolean;
  readonly type?: string;
  readonly sarif?: string;
  readonly threads: number;
}

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
    .option(
      '--type <project type>',
      'read the README as this type instead of finding it out',
      parseProjectType,
    )
    .option(
      '--explain',
      'tell how each verdict came about: passages, signals and words, with what they weigh',
      false,
    )
    .option('--sarif <file>', 'write a SARIF log into this file as well')
    .addOption(
      new Option('--threads <count>', 'READMEs that are judged at the same time')
        .argParser(parseThreads)
        .default(availableParallelism(), 'one a core'),
    )
    .option('--enforce', 'exit with 1 where a criterion that counts is missing')
    .option('--no-enforce', 'never, whatever the repository’s settings say')
    .addHelpText('after', `\n${exitCodeHelp()}`)
    .action(async (paths: readonly string[], options: ReviewOptions, command: Command) => {
      if (options.explain && options.format !== 'terminal') command.error(EXPLAINS_IN_TERMINAL);
      finish(await run(paths, options));
    });
}

async function run(
  paths: readonly string[],
  { format, explain, enforce, type, sarif, threads }: ReviewOptions,
): Promise<readonly Exit[]> {
  const copies = [
    ...(sarif === undefined ? [] : [sarifCopy(sarif)]),
    ...(format === 'github' ? actionsCopies() : []),
  ];
  const look = { paint: paintFor(process.stdout), width: widthOf(process.stdout) };
  const output = withCopies(explain ? explainedOutput(look) : outputFor(format, look), copies);
  if ('problem' in output) {
    process.stderr.write(`showwork: ${output.problem}\n`);
    return ['usage'];
  }
  const readSettings = builtinSettingsReader();
  const reviewer = createReviewer({ threads });
  try {
    return await reviewPaths(paths, {
      reviewer,
      readSettings,
      readOnGitHub: githubReaderByNeed(readSettings),
      ...(enforce === undefined ? {} : { enforce }),
      ...(type === undefined ? {} : { declaredType: type }),
      ...(explain ? { explain: await loadExplainer() } : {}),
      output,
      progress: showProgress(process.stderr, paths.length),
      concurrency: threads * PATHS_PER_THREAD,
      write: text => process.stdout.write(text),
      complain(line) {
        const { to, text } = complaint(format, line);
        process[to].write(text);
      },
    });
  } finally {
    await reviewer.close();
  }
}

function parseThreads(written: string): number {
  const count = Number(written);
  if (!Number.isInteger(count) || count < 1 || count > MOST_THREADS)
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${MOST_THREADS}.`);
  return count;
}

/** Explains on this thread, by what the reviewer's threads judge by. */
async function loadExplainer(): Promise<(request: ReviewRequest) => Explanation | null> {
  // Loaded here, so that a review that nobody asks to explain does not wait for parsers on this thread.
  const { explainVerdicts } = await import('../engine/judge.ts');
  const yardstick = readBuiltinYardstick();
  return request => explainVerdicts(request, yardstick);
}

/** Colour on a terminal only; picocolors honours `NO_COLOR`. */
function paintFor({ isTTY }: { isTTY?: boolean }): ReturnType<typeof pc.createColors> {
  return pc.createColors(isTTY === true && pc.isColorSupported);
}

function widthOf({ columns }: { columns?: number }): number {
  return Math.min(columns ?? DEFAULT_WIDTH, MAX_WIDTH);
}
