/** How a criterion that was added becomes whole, and how one that is there takes on more: for layers and for settings. */
import type { Criterion, Question } from './rubric.ts';
import { type AddedCriterion, COUNTS_AGAINST, type MoreQuestions, SELDOM_TOLD } from './rubric-layer.ts';

/** A criterion that was added, with what holds for every one of its kind unless its author says otherwise. */
export function completeCriterion(criterion: AddedCriterion): Criterion {
  return {
    ...criterion,
    signals: { ...COUNTS_AGAINST, ...criterion.signals },
    elsewhere: { ...SELDOM_TOLD, ...criterion.elsewhere },
  };
}

/** A criterion with further questions; the same one where there are none. */
export function askMore(criterion: Criterion, more: MoreQuestions | undefined): Criterion {
  if (more === undefined) return criterion;
  const { missing, thin } = criterion.questions;
  return {
    ...criterion,
    questions: { missing: insert(missing, more.missing), thin: insert(thin, more.thin) },
  };
}

/** What takes up the repository's own words is asked first, then what fits the layer, then what fits any project. */
function insert(questions: readonly Question[], more: readonly Question[] = []): Question[] {
  const general = questions.findIndex(({ ask, when }) => when === null && !ask.includes('{'));
  const at = general < 0 ? questions.length : general;
  return [...questions.slice(0, at), ...more, ...questions.slice(at)];
}
