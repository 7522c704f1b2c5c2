import { digestOf } from './digest.ts';
import type { Rubric } from './rubric.ts';
import type { RubricChanges } from './rubric-changes.ts';
import type { Rubrics } from './rubrics.ts';

/** The rubrics with the changes of an organisation or a repository. Stands in until all kinds of change are carried out. */
export function customise({ base, types }: Rubrics, changes: RubricChanges): Rubrics {
  return { base: reword(base, changes), types: types.map(rubric => reword(rubric, changes)) };
}

function reword(rubric: Rubric, changes: RubricChanges): Rubric {
  return {
    ...rubric,
    criteria: rubric.criteria.map(criterion => {
      const { missing = criterion.wording.missing, thin = criterion.wording.thin } =
        changes.wording[criterion.id] ?? {};
      return { ...criterion, wording: { ...criterion.wording, missing, thin } };
    }),
    digest: digestOf({ below: rubric.digest, changes }),
  };
}
