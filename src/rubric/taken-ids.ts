import type { ProblemAt, RubricProblem } from './load-yaml.ts';

/**
 * A criterion may not take the name of another: of those that are there already (`taken`: by id, whose they are, as
 * in "the rubric `base`"), or of one in the same list. `path` leads to the list.
 */
export function takenIds(
  criteria: readonly { readonly id: string }[],
  taken: ReadonlyMap<string, string>,
  path: readonly PropertyKey[],
  problemAt: ProblemAt,
): readonly RubricProblem[] {
  const owners = new Map(taken);
  return criteria.flatMap(({ id }, index) => {
    const owner = owners.get(id);
    owners.set(id, 'this file');
    if (owner === undefined) return [];
    const message = `\`${id}\` is already a criterion of ${owner}.`;
    return [problemAt([...path, index, 'id'], message, 'an id that no other criterion has')];
  });
}
