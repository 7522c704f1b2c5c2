/** What `showwork review` does. */
import pc from 'picocolors';
import { readBuiltinYardstick } from '../engine/builtin-yardstick.ts';
import { createReviewer } from '../engine/create-reviewer.ts';
import type { ReviewRequest } from '../ports.ts';
import type { Explanation } from '../review/explanation.ts';
import { actionsCopies, sarifCopy, withCopies } from './copies.ts';
import type { Exit } from './exit-codes.ts';
import type { Format } from './formats.ts';
import { githubReaderByNeed } from './github/reader-by-need.ts';
import { complaint, explainedOutput, outputFor } from './output.ts';
import { showProgress } from './progress.ts';
import { reviewPaths } from './review-paths.ts';
import { builtinSettingsReader } from './settings-of-folder.ts';
import { threadsFor } from './threads-for.ts';

/** Columns where the terminal does not say, and the most that reads well. */
const DEFAULT_WIDTH = 80;
const MAX_WIDTH = 100;
/** Paths at work for each thread: some are read while one is judged, so that the thread never waits for the disk. */
const PATHS_PER_THREAD = 8;

export interface ReviewOptions {
  readonly format: Format;
  readonly explain: boolean;
  readonly enforce?: boolean;
  readonly type?: string;
  readonly sarif?: string;
  /** As many as are worth it unless told. */
  readonly threads?: number;
}

/** Reviews the paths and prints what came of it. */
export async function runReview(
  paths: readonly string[],
  { format, explain, enforce, type, sarif, threads = threadsFor(paths.length) }: ReviewOptions,
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
