import { asShowworkError, ERRORS } from '../errors.ts';
import type { Reviewer, ReviewRequest } from '../ports.ts';
import { visible } from '../render/plain-text.ts';
import { enforceable } from '../render/standing.ts';
import type { Explanation } from '../review/explanation.ts';
import type { Report } from '../review/report.ts';
import type { Exit } from './exit-codes.ts';
import { mapInOrder } from './map-in-order.ts';
import type { Output } from './output.ts';
import type { Progress } from './progress.ts';
import { readPath } from './read-path.ts';

export interface ReviewPathsOptions {
  readonly reviewer: Pick<Reviewer, 'review'>;
  /** Tells how the verdicts came about, where that was asked for. */
  readonly explain?: (request: ReviewRequest) => Explanation | null;
  readonly output: Output;
  readonly progress: Progress;
  /** Paths that are read and judged at the same time. */
  readonly concurrency: number;
  readonly declaredType?: string;
  readonly enforce: boolean;
  readonly write: (text: string) => void;
  /** Takes whole lines about what could not be reviewed. */
  readonly complain: (line: string) => void;
}

type Outcome =
  | { readonly path: string; readonly report: Report; readonly explanation?: Explanation | null }
  | { readonly path: string; readonly exit: Exit; readonly problem: string };

/** Reviews every path, in the order given; what cannot be reviewed is said and keeps nothing else back. */
export async function reviewPaths(
  paths: readonly string[],
  options: ReviewPathsOptions,
): Promise<readonly Exit[]> {
  const { output, progress, enforce, write, complain } = options;
  const exits: Exit[] = [];
  for await (const outcome of mapInOrder(paths, options.concurrency, path => reviewPath(path, options))) {
    progress.clear();
    if ('report' in outcome) {
      write(output.add(outcome.report, outcome.path, outcome.explanation));
      if (enforce && enforceable(outcome.report).length > 0) exits.push('missing');
    } else {
      complain(`showwork: ${visible(outcome.path)}: ${visible(outcome.problem)}`);
      exits.push(outcome.exit);
    }
    progress.step();
  }
  progress.clear();
  write(output.end());
  return exits;
}

async function reviewPath(
  path: string,
  { reviewer, explain, declaredType }: ReviewPathsOptions,
): Promise<Outcome> {
  const read = await readPath(path);
  if (!read.ok) return { path, exit: 'usage', problem: read.problem };
  try {
    const request = { ...read.request, ...(declaredType === undefined ? {} : { declaredType }) };
    const report = await reviewer.review(request);
    // Only now: what would take a thread too long is not read on this one.
    return { path, report, ...(explain === undefined ? {} : { explanation: explain(request) }) };
  } catch (thrown) {
    const error = asShowworkError(thrown);
    return { path, exit: 'internal', problem: `${ERRORS[error.code].learner} (${error.message})` };
  }
}
