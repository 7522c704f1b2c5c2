/**
 * The whole line from a README's bytes to its report, or to how that came about, as pure functions: for worker threads
 * and for benches.
 */
import type { ReviewRequest } from '../ports.ts';
import { accept } from '../review/accept.ts';
import { explain } from '../review/explain.ts';
import type { Explanation } from '../review/explanation.ts';
import { notAssessed } from '../review/not-assessed.ts';
import type { Report } from '../review/report.ts';
import { review } from '../review/review.ts';
import { prepare } from './prepare.ts';
import type { Yardstick } from './yardstick.ts';

/** Judges one README. The same request and yardstick give the same report, byte for byte. */
export function judge(request: ReviewRequest, given: Yardstick): Report {
  const { readme: prepared, yardstick } = prepare(request, given);
  if ('input' in prepared) return review(prepared.input);
  const { path, sha } = request.readme;
  const { engineVersion, rubrics, model } = yardstick;
  const readme = { path, sha };
  const report = notAssessed({ readme, rubric: rubrics.base, engineVersion, model, ...prepared.why });
  const said = { inReadme: [], elsewhere: request.accepted ?? [] };
  return { ...report, criteria: accept(report.criteria, said) };
}

/** How the verdicts that `judge` gives came about; null where it judges nothing. */
export function explainVerdicts(request: ReviewRequest, yardstick: Yardstick): Explanation | null {
  const { readme } = prepare(request, yardstick);
  return 'input' in readme ? explain(readme.input) : null;
}
