import type { Criterion, Rubric } from './rubric.ts';
import type { Rubrics } from './rubrics.ts';

/** Rubrics as JSON, in which a type says only what the base does not. */
export interface PackedRubrics {
  readonly base: Rubric;
  readonly types: readonly PackedType[];
}

export interface PackedType extends Partial<Omit<Rubric, 'criteria'>> {
  /** In the type's order; one that is the base's, as it is there, by its id. */
  readonly criteria: readonly (Criterion | string)[];
}

/** The rubrics as they were: what a type has of the base is the same object, because compiled words hang on it. */
export function unpackRubrics({ base, types }: PackedRubrics): Rubrics {
  return { base, types: types.map(type => unpackType(type, base)) };
}

function unpackType({ criteria, ...own }: PackedType, base: Rubric): Rubric {
  const unpack = (criterion: Criterion | string) =>
    typeof criterion === 'string' ? base.criteria.filter(({ id }) => id === criterion) : [criterion];
  return { ...base, ...own, criteria: criteria.flatMap(unpack) };
}
