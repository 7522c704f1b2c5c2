/** What the trained model makes of a README. Pure and linear; its weights come from `scripts/train.ts`. */
import type { Outline } from '../../readme/outline.ts';
import type { Observation } from '../observe.ts';
import { type Features, featuresOf } from './features.ts';
import type { Calibration, CriterionModel, LevelWeights, Model } from './model.ts';
import { type Passage, passagesOf } from './passages.ts';

export interface ScoredPassage {
  readonly passage: Passage;
  readonly features: Features;
  /** Log odds that this passage shows the criterion: at least thinly, and fully. */
  readonly thin: number;
  readonly present: number;
}

/** The model's opinion on one criterion. */
export interface Opinion {
  /** Probability that a reader finds it at all. */
  readonly atLeastThin: number;
  /** Probability that a reader finds it specific and sufficient. */
  readonly present: number;
  /** Every passage, in the order of the README. */
  readonly passages: readonly ScoredPassage[];
}

/** The score of a README without any passage. */
export const NO_PASSAGE = -6;

/** One opinion for each criterion that the model knows, by its id. */
export function score(
  observation: Observation,
  outline: Outline,
  model: Model,
): ReadonlyMap<string, Opinion> {
  const passages = passagesOf(observation.blocks);
  const features = featuresOf(passages, outline, model.classes);
  const opinions = new Map<string, Opinion>();
  for (const [id, criterion] of model.criteria) {
    const scored = passages.flatMap((passage, index) => {
      const own = features[index];
      return own === undefined ? [] : [{ passage, features: own, ...scoreFeatures(own, criterion) }];
    });
    opinions.set(id, { ...probabilities(scored, criterion), passages: scored });
  }
  return opinions;
}

function scoreFeatures(features: Features, { thin, present }: CriterionModel) {
  return { thin: logOdds(features, thin), present: logOdds(features, present) };
}

/** The best passage decides: one place that says it is enough. */
function probabilities(
  scored: readonly { readonly thin: number; readonly present: number }[],
  { calibration }: CriterionModel,
): { atLeastThin: number; present: number } {
  const thin = scored.reduce((most, passage) => Math.max(most, passage.thin), NO_PASSAGE);
  const present = scored.reduce((most, passage) => Math.max(most, passage.present), NO_PASSAGE);
  const atLeastThin = probability(calibration.thin, thin, present);
  return { atLeastThin, present: Math.min(atLeastThin, probability(calibration.present, thin, present)) };
}

function logOdds({ named, hashed }: Features, weights: LevelWeights): number {
  let sum = weights.bias;
  for (const [name, value] of named) sum += value * (weights.named.get(name) ?? 0);
  for (const { buckets, value } of hashed) {
    let part = 0;
    for (const bucket of buckets) part += weights.hashed[bucket] ?? 0;
    sum += value * part;
  }
  return sum;
}

function probability(calibration: Calibration, thin: number, present: number): number {
  return 1 / (1 + Math.exp(-(calibration.bias + calibration.thin * thin + calibration.present * present)));
}
