import type { CriterionScore } from '../score-criterion.ts';

/**
 * Turns what is known of a README into a probability: logistic(bias + Σ weight · input), the inputs as
 * `calibrationInputs` gives them.
 */
export interface Calibration {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** More points than this say nothing more. */
const MOST_POINTS = 4;

/**
 * What decides about a README: its best passage's two scores, because one place that says it is enough, and what the
 * signals make of the whole. The two err in different places.
 */
export function calibrationInputs(
  best: { readonly thin: number; readonly present: number },
  { points, verdict }: Pick<CriterionScore, 'points' | 'verdict'>,
): readonly number[] {
  const atLeastThin = verdict === 'thin' || verdict === 'present';
  return [
    best.thin,
    best.present,
    Math.min(points, MOST_POINTS),
    atLeastThin ? 1 : 0,
    verdict === 'present' ? 1 : 0,
  ];
}

/** 0 to 1. */
export function probability({ bias, weights }: Calibration, inputs: readonly number[]): number {
  const logOdds = weights.reduce((sum, weight, index) => sum + weight * (inputs[index] ?? 0), bias);
  return 1 / (1 + Math.exp(-logOdds));
}
