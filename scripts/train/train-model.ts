/** Learns a model from labelled READMEs. The same READMEs give the same weights, to the bit. */
import type { Calibration } from '../../src/review/model/model.ts';
import { NO_PASSAGE } from '../../src/review/model/score.ts';
import { COUNTED_CRITERIA, type CriterionId } from '../corpus/labels.ts';
import { buildDataset, type Dataset, examplesFor } from './dataset.ts';
import { dealFolds, type Folds } from './folds.ts';
import { type LinearWeights, scoreRows, trainLogistic } from './logistic.ts';
import type { ReadmeExample } from './read-examples.ts';

/** Inverse of the penalty on weights, chosen by cross-validation; anything from 2 to 6 does as well. */
const STRENGTH = 3;
const CALIBRATION_STRENGTH = 1;

interface Levels<T> {
  readonly thin: T;
  readonly present: T;
}

export interface TrainedCriterion extends Levels<LinearWeights> {
  readonly calibration: Levels<Calibration>;
}

export interface TrainedCriteria {
  readonly names: readonly string[];
  readonly criteria: ReadonlyMap<CriterionId, TrainedCriterion>;
}

/** One model from all READMEs, calibrated on scores that each README got from models without it. */
export function trainModel(readmes: readonly ReadmeExample[]): TrainedCriteria {
  const dataset = buildDataset(readmes);
  const folds = dealFolds(readmes);
  const criteria = COUNTED_CRITERIA.map(id => {
    const { scores } = trainFolds(dataset, id, folds);
    const weights = trainLevels(dataset, id, everyone);
    return [id, { ...weights, calibration: calibrate(dataset, id, scores, everyone) }] as const;
  });
  return { names: dataset.names, criteria: new Map(criteria) };
}

/** For each fold a model of the READMEs outside it, also calibrated on them alone. */
export function trainWithoutFolds(readmes: readonly ReadmeExample[], folds: Folds): TrainedCriteria[] {
  const dataset = buildDataset(readmes);
  const byFold = Array.from({ length: folds.count }, () => new Map<CriterionId, TrainedCriterion>());
  for (const id of COUNTED_CRITERIA) {
    const { weights, scores } = trainFolds(dataset, id, folds);
    for (const [fold, levels] of weights.entries()) {
      const calibration = calibrate(dataset, id, scores, readme => folds.of[readme] !== fold);
      byFold[fold]?.set(id, { ...levels, calibration });
    }
  }
  return byFold.map(criteria => ({ names: dataset.names, criteria }));
}

function everyone(): boolean {
  return true;
}

/** Weights learned without each fold, and the best passage's scores of each README by the weights without its fold. */
function trainFolds(dataset: Dataset, id: CriterionId, folds: Folds) {
  const scores = {
    thin: dataset.readmes.map(() => NO_PASSAGE),
    present: dataset.readmes.map(() => NO_PASSAGE),
  };
  const weights: Levels<LinearWeights>[] = [];
  for (let fold = 0; fold < folds.count; fold += 1) {
    const levels = trainLevels(dataset, id, readme => folds.of[readme] !== fold);
    weights.push(levels);
    for (const level of ['thin', 'present'] as const) {
      const best = scores[level];
      for (const [row, score] of scoreRows(dataset.rows, levels[level]).entries()) {
        const owner = dataset.owners[row] ?? 0;
        if (folds.of[owner] === fold) best[owner] = Math.max(best[owner] ?? NO_PASSAGE, score);
      }
    }
  }
  return { weights, scores };
}

function trainLevels(
  dataset: Dataset,
  id: CriterionId,
  isTaught: (readme: number) => boolean,
): Levels<LinearWeights> {
  const train = (level: 1 | 2) =>
    trainLogistic(dataset.rows, examplesFor(dataset, id, level, isTaught), STRENGTH);
  return { thin: train(1), present: train(2) };
}

/** The odds of a README's level from its best passage's two scores. */
function calibrate(
  { readmes }: Dataset,
  id: CriterionId,
  scores: Levels<readonly number[]>,
  isTaught: (readme: number) => boolean,
): Levels<Calibration> {
  const rows = {
    width: 2,
    starts: Int32Array.from({ length: readmes.length + 1 }, (_, row) => row * 2),
    columns: Int32Array.from({ length: readmes.length * 2 }, (_, entry) => entry % 2),
    values: Float64Array.from(readmes.flatMap((_, row) => [scores.thin[row] ?? 0, scores.present[row] ?? 0])),
  };
  const train = (level: 1 | 2): Calibration => {
    const examples = readmes
      .map(({ levels }, row) => ({ row, positive: (levels.get(id) ?? 0) >= level, weight: 1 }))
      .filter(({ row }) => isTaught(row));
    const { weights, bias } = trainLogistic(rows, examples, CALIBRATION_STRENGTH);
    return { bias, thin: weights[0] ?? 0, present: weights[1] ?? 0 };
  };
  return { thin: train(1), present: train(2) };
}
