import type { CriterionExplanation, ReviewRequest } from '../ports.ts';
import { consider } from '../review/consider.ts';
import { prepare } from './prepare.ts';
import type { Yardstick } from './yardstick.ts';

/**
 * Why a criterion, named by its id or by what somebody calls it, matters and how it was looked for in one README. Null
 * where no criterion of the README's rubric has that name, or nothing is judged.
 */
export function explainCriterion(
  request: ReviewRequest,
  yardstick: Yardstick,
  name: string,
): CriterionExplanation | null {
  const { readme } = prepare(request, yardstick);
  const consideration = 'input' in readme ? consider(readme.input, name) : null;
  if (consideration === null) return null;
  const { criterion, considered } = consideration;
  const { id, title, question, whyItMatters, examples, lookedFor } = criterion;
  return {
    id,
    title,
    question,
    whyItMatters,
    weak: examples.weak,
    strong: examples.strong,
    lookedFor,
    considered,
  };
}
