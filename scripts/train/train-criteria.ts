/** Learns a model from labelled READMEs. The same READMEs give the same weights, to the bit. */
import { type Calibration, calibrationInputs } from '../../src/review/model/calibration.ts';
import { NO_PASSAGE } from '../../src/review/model/score.ts';
import { COUNTED_CRITERIA, type CriterionId } from '../corpus/labels.ts';
import { buildDataset, type Dataset, examplesFor } from './dataset.ts';
import { dealFolds, type Folds } from './folds.ts';
import { type LinearWeights, scoreRows, trainLogistic } from './logistic.ts';
import type { ReadmeExample } from './read-examples.ts';
import type { PassageWithLevels } from './read-passages.ts';

/** Inverse of the penalty on weights, chosen by cross-validation; anything from 2 to 6 does as well. */
const STRENGTH = 3;
const CALIBRATION_STRENGTH = 0.3;

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
export function trainCriteria(
  readmes: readonly ReadmeExample[],
  written: readonly PassageWithLevels[],
): TrainedCriteria {
  const dataset = buildDataset(readmes, written);
  const folds = dealFolds(readmes);
  const criteria = COUNTED_CRITERIA.map(id => {
    const { scores } = trainFolds(dataset, id, folds);
    const weights = trainLevels(dataset, id, everyone);
    return [id, { ...weights, calibration: calibrate(dataset, id, scores, everyone) }] as const;
  });
  return { names: dataset.names, criteria: new Map(criteria) };
}

/** For each fold a model of the READMEs outside it, also calibrated on them alone. */
export function trainCriteriaWithoutFolds(
  readmes: readonly ReadmeExample[],
  written: readonly PassageWithLevels[],
  folds: Folds,
): TrainedCriteria[] {
  const dataset = buildDataset(readmes, written);
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
        const owner = dataset.owners[row];
        if (owner === undefined) break;
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

/** The odds of a README's level from its best passage's scores and from what the signals make of it. */
function calibrate(
  { readmes }: Dataset,
  id: CriterionId,
  best: Levels<readonly number[]>,
  isTaught: (readme: number) => boolean,
): Levels<Calibration> {
  const inputs = readmes.map(({ scores }, readme) => {
    const bySignals = scores.get(id);
    if (bySignals === undefined) throw new Error(`The rubric has no criterion ${id}.`);
    const own = { thin: best.thin[readme] ?? NO_PASSAGE, present: best.present[readme] ?? NO_PASSAGE };
    return calibrationInputs(own, bySignals);
  });
  const width = inputs[0]?.length ?? 0;
  const rows = {
    width,
    starts: Int32Array.from({ length: readmes.length + 1 }, (_, row) => row * width),
    columns: Int32Array.from({ length: readmes.length * width }, (_, entry) => entry % width),
    values: Float64Array.from(inputs.flat()),
  };
  const train = (level: 1 | 2): Calibration => {
    const examples = readmes
      .map(({ levels }, row) => ({ row, positive: (levels.get(id) ?? 0) >= level, weight: 1 }))
      .filter(({ row }) => isTaught(row));
    const { weights, bias } = trainLogistic(rows, examples, CALIBRATION_STRENGTH);
    return { bias, weights: [...weights] };
  };
  return { thin: train(1), present: train(2) };
}
