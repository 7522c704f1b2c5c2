/** What the trained model makes of a README. Pure and linear; its weights come from `scripts/train.ts`. */
import type { Outline } from '../../readme/outline.ts';
import type { Observation } from '../observe.ts';
import type { CriterionScore } from '../score-criterion.ts';
import { calibrationInputs, probability } from './calibration.ts';
import { type Features, featuresOf, type WordClasses } from './features.ts';
import { logOdds } from './linear.ts';
import type { CriterionModel, Model } from './model.ts';
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
  /** What the two probabilities were made of, in the order of `calibrationInputs`. */
  readonly inputs: readonly number[];
  /** The weights that it was formed with. */
  readonly weights: CriterionModel;
  readonly classes: WordClasses;
}

/** A README of which the signals have been asked. */
export interface Scored {
  readonly outline: Outline;
  readonly observation: Observation;
  /** What the signals make of each criterion, by its id. */
  readonly scores: ReadonlyMap<string, CriterionScore>;
}

/** The score of a README without any passage. */
export const NO_PASSAGE = -6;

/** One opinion for each criterion that the model knows and the rubric has, by its id. */
export function score(readme: Scored, model: Model): ReadonlyMap<string, Opinion> {
  const known = new Map([...readme.scores].filter(([id]) => model.criteria.has(id)));
  const passages = passagesOf(readme.observation.blocks);
  const { outline } = readme;
  const { classes } = model;
  const features = featuresOf({ passages, outline, classes, scores: known });
  const odds = features.map(own => logOdds(own, model.criteriaTable));
  const opinions = new Map<string, Opinion>();
  for (const [column, [id, weights]] of [...model.criteria].entries()) {
    const bySignals = known.get(id);
    if (bySignals === undefined) continue;
    const scored = passages.flatMap((passage, index) => {
      const [own, thin, present] = [
        features[index],
        odds[index]?.[2 * column],
        odds[index]?.[2 * column + 1],
      ];
      return own === undefined || thin === undefined || present === undefined
        ? []
        : [{ passage, features: own, thin, present }];
    });
    opinions.set(id, { ...probabilities(scored, bySignals, weights), passages: scored, weights, classes });
  }
  return opinions;
}

function probabilities(
  scored: readonly { readonly thin: number; readonly present: number }[],
  bySignals: CriterionScore,
  { calibration }: CriterionModel,
): Pick<Opinion, 'atLeastThin' | 'present' | 'inputs'> {
  const best = {
    thin: scored.reduce((most, passage) => Math.max(most, passage.thin), NO_PASSAGE),
    present: scored.reduce((most, passage) => Math.max(most, passage.present), NO_PASSAGE),
  };
  const inputs = calibrationInputs(best, bySignals);
  const atLeastThin = probability(calibration.thin, inputs);
  const present = Math.min(atLeastThin, probability(calibration.present, inputs));
  return { atLeastThin, present, inputs };
}
