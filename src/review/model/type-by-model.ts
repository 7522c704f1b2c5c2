import type { ProjectType, Rubric } from '../../rubric/rubric.ts';
import { logOdds } from './linear.ts';
import type { Model } from './model.ts';
import { type TypeSource, typeFeatures } from './type-features.ts';

/**
 * The type with the highest log odds by the trained weights; undefined where that is none of the rubric's types, or
 * where nothing in the README speaks for any.
 */
export function typeByModel(
  source: TypeSource,
  rubric: Rubric,
  { ids, table }: Model['types'],
): ProjectType | undefined {
  if (source.mentions.size === 0 && source.tools.length === 0) return undefined;
  let best: string | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const [index, odds] of logOdds(typeFeatures(source), table).entries()) {
    if (odds <= most) continue;
    best = ids[index];
    most = odds;
  }
  return rubric.projectTypes.find(({ id }) => id === best);
}
