import { digestOf } from './digest.ts';
import { askMore, completeCriterion } from './extend-criteria.ts';
import { mergeHeadings } from './merge-changes.ts';
import type { Criterion, Rubric } from './rubric.ts';
import type { RubricChanges } from './rubric-changes.ts';
import type { Rubrics } from './rubrics.ts';

/**
 * Every rubric with what organisation and repository add and reword. The same object where they change nothing. Ids
 * are taken as checked (`read-settings.ts`): what names no criterion changes none.
 */
export function customise(rubrics: Rubrics, changes: RubricChanges): Rubrics {
  if (changesNothing(changes)) return rubrics;
  return {
    base: customiseOne(rubrics.base, changes),
    types: rubrics.types.map(type => customiseOne(type, changes)),
  };
}

function changesNothing({ criteria, headings, wording, questions }: RubricChanges): boolean {
  return [criteria, headings, wording, questions].every(part => Object.keys(part).length === 0);
}

function customiseOne(rubric: Rubric, changes: RubricChanges): Rubric {
  return {
    ...rubric,
    criteria: [
      ...rubric.criteria.map(criterion => customiseCriterion(criterion, changes)),
      ...changes.criteria.map(criterion => customiseCriterion(completeCriterion(criterion), changes)),
    ],
    added: [...rubric.added, ...changes.criteria.map(({ id }) => id)],
    digest: digestOf({ below: rubric.digest, changes }),
  };
}

function customiseCriterion(
  criterion: Criterion,
  { headings, wording, questions }: RubricChanges,
): Criterion {
  const { id } = criterion;
  return {
    ...askMore(criterion, questions[id]),
    headings: mergeHeadings(criterion.headings, headings[id] ?? {}),
    wording: reword(criterion.wording, wording[id] ?? {}),
  };
}

function reword(
  wording: Criterion['wording'],
  { missing, thin }: RubricChanges['wording'][string],
): Criterion['wording'] {
  return { ...wording, missing: missing ?? wording.missing, thin: thin ?? wording.thin };
}
