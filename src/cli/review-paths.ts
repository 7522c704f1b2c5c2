import { asShowworkError, ERRORS } from '../errors.ts';
import type { Reviewer, ReviewRequest } from '../ports.ts';
import { visible } from '../render/plain-text.ts';
import { enforceable } from '../render/standing.ts';
import type { Explanation } from '../review/explanation.ts';
import type { Report } from '../review/report.ts';
import type { Exit } from './exit-codes.ts';
import type { ReadOnGitHub } from './github/read-on-github.ts';
import { mapInOrder } from './map-in-order.ts';
import type { Output } from './output.ts';
import type { Progress } from './progress.ts';
import { readPath } from './read-path.ts';
import type { NamedRequest } from './read-repository.ts';
import type { ReadSettings } from './settings-of-folder.ts';

export interface ReviewPathsOptions {
  readonly reviewer: Pick<Reviewer, 'review'>;
  /** Tells how the verdicts came about, where that was asked for. */
  readonly explain?: (request: ReviewRequest) => Explanation | null;
  readonly output: Output;
  readonly progress: Progress;
  /** Paths that are read and judged at the same time. */
  readonly concurrency: number;
  readonly readSettings: ReadSettings;
  /** Absent where only what is on the disk is read. */
  readonly readOnGitHub?: ReadOnGitHub;
  /** Wins over what a repository's settings declare. */
  readonly declaredType?: string;
  /** Absent where a repository's settings decide. */
  readonly enforce?: boolean;
  readonly write: (text: string) => void;
  /** Takes whole lines about what could not be reviewed. */
  readonly complain: (line: string) => void;
}

type Outcome =
  | {
      readonly name: string;
      readonly report: Report;
      readonly explanation?: Explanation | null;
      readonly enforce: boolean;
    }
  | { readonly name: string; readonly exit: Exit; readonly problem: string };

interface ReviewedPath {
  /** Whole lines on what is wrong with a repository's settings. */
  readonly remarks: readonly string[];
  readonly outcomes: readonly Outcome[];
}

/** Reviews every path, in the order given; what cannot be reviewed is said and keeps nothing else back. */
export async function reviewPaths(
  paths: readonly string[],
  options: ReviewPathsOptions,
): Promise<readonly Exit[]> {
  const { output, progress, write, complain } = options;
  const exits: Exit[] = [];
  for await (const reviewed of mapInOrder(paths, options.concurrency, path => reviewPath(path, options))) {
    progress.clear();
    for (const remark of reviewed.remarks) complain(`showwork: ${visible(remark)}`);
    for (const outcome of reviewed.outcomes) {
      if ('report' in outcome) {
        write(output.add(outcome.report, outcome.name, outcome.explanation));
        if (outcome.enforce && enforceable(outcome.report).length > 0) exits.push('missing');
      } else {
        complain(`showwork: ${visible(outcome.name)}: ${visible(outcome.problem)}`);
        exits.push(outcome.exit);
      }
    }
    progress.step();
  }
  progress.clear();
  write(output.end());
  return exits;
}

async function reviewPath(path: string, options: ReviewPathsOptions): Promise<ReviewedPath> {
  const read = await readPath(path, options.readSettings, options.readOnGitHub);
  if (!read.ok) return { remarks: [], outcomes: [{ name: path, exit: 'usage', problem: read.problem }] };
  const { readmes, remarks } = read;
  const enforce = options.enforce ?? read.enforce;
  const outcomes: Outcome[] = [];
  for (const readme of readmes) outcomes.push(await reviewReadme(readme, enforce, options));
  return { remarks, outcomes };
}

async function reviewReadme(
  { name, request: asConfigured }: NamedRequest,
  enforce: boolean,
  { reviewer, explain, declaredType }: ReviewPathsOptions,
): Promise<Outcome> {
  try {
    const request = { ...asConfigured, ...(declaredType === undefined ? {} : { declaredType }) };
    const report = await reviewer.review(request);
    // Only now: what would take a thread too long is not read on this one.
    return { name, report, enforce, ...(explain === undefined ? {} : { explanation: explain(request) }) };
  } catch (thrown) {
    const error = asShowworkError(thrown);
    return { name, exit: 'internal', problem: `${ERRORS[error.code].learner} (${error.message})` };
  }
}
