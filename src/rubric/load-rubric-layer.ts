import { didYouMean, oneOf } from './did-you-mean.ts';
import { digestOf } from './digest.ts';
import { askMore, completeCriterion } from './extend-criteria.ts';
import type { LoadedRubric } from './load-rubric.ts';
import { loadYaml, type ProblemAt, type RubricProblem } from './load-yaml.ts';
import type { Rubric } from './rubric.ts';
import { RubricLayer } from './rubric-layer.ts';
import { takenIds } from './taken-ids.ts';

/**
 * Reads a file that stands on top of one of the known rubrics (`rubrics/ml-pipeline.yml` on `rubrics/base.yml`): its
 * criteria come after those below. Problems carry line and column; nothing is thrown.
 */
export function loadRubricLayer(yamlText: string, fileName: string, known: readonly Rubric[]): LoadedRubric {
  const file = loadYaml(yamlText, fileName, RubricLayer);
  if (!file.ok) return file;
  const { value: layer, problemAt } = file;
  const below = known.find(({ id }) => id === layer.extends);
  if (below === undefined) {
    const ids = known.map(({ id }) => id);
    const message = `There is no rubric \`${layer.extends}\`${didYouMean(layer.extends, ids)}`;
    return { ok: false, problems: [problemAt(['extends'], message, oneOf(ids))] };
  }
  const taken = new Map(below.criteria.map(({ id }) => [id, `the rubric \`${below.id}\``]));
  const problems = [
    ...takenIds(layer.criteria, taken, ['criteria'], problemAt),
    ...strayQuestions(layer, below, problemAt),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, rubric: layOn(below, layer), own: layer.criteria.map(({ id }) => id), problemAt };
}

function strayQuestions(layer: RubricLayer, below: Rubric, problemAt: ProblemAt): readonly RubricProblem[] {
  const ids = below.criteria.map(({ id }) => id);
  return Object.keys(layer.questions)
    .filter(id => !ids.includes(id))
    .map(id => {
      const message = `The rubric \`${below.id}\` has no criterion \`${id}\`${didYouMean(id, ids)}`;
      return problemAt(['questions', id], message, oneOf(ids), true);
    });
}

function layOn(below: Rubric, layer: RubricLayer): Rubric {
  const { id, version } = layer;
  return {
    ...below,
    id,
    version,
    criteria: [
      ...below.criteria.map(criterion => askMore(criterion, layer.questions[criterion.id])),
      ...layer.criteria.map(completeCriterion),
    ],
    added: [...below.added, ...layer.criteria.map(criterion => criterion.id)],
    digest: digestOf({ below: below.digest, layer }),
  };
}
