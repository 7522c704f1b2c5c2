import type { ProjectType, Rubric } from '../../rubric/rubric.ts';
import { logOdds } from './linear.ts';
import type { Weights } from './model.ts';
import { type TypeSource, typeFeatures } from './type-features.ts';

/**
 * The type with the highest log odds by the trained weights; undefined where that is none of the rubric's types, or
 * where nothing in the README speaks for any.
 */
export function typeByModel(
  source: TypeSource,
  rubric: Rubric,
  types: ReadonlyMap<string, Weights>,
): ProjectType | undefined {
  if (source.mentions.size === 0 && source.tools.length === 0) return undefined;
  const features = typeFeatures(source);
  let best: string | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const [id, weights] of types) {
    const odds = logOdds(features, weights);
    if (odds <= most) continue;
    best = id;
    most = odds;
  }
  return rubric.projectTypes.find(({ id }) => id === best);
}
