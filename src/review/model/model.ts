import type { Calibration } from './calibration.ts';
import type { WordClasses } from './features.ts';
import type { WeightTable } from './linear.ts';

/** What features weigh: named ones by name, hashed ones by bucket. */
export interface Weights {
  readonly bias: number;
  readonly named: ReadonlyMap<string, number>;
  readonly hashed: Float32Array;
}

/** Trained weights of one criterion: for "at least thin" and for "present". */
export interface CriterionModel {
  readonly thin: Weights;
  readonly present: Weights;
  readonly calibration: { readonly thin: Calibration; readonly present: Calibration };
}

/** The trained weights in force, decoded from the artefact in `models/`. */
export interface Model {
  readonly classes: WordClasses;
  readonly criteria: ReadonlyMap<string, CriterionModel>;
  /** The weights of all criteria in their order, of each `thin` before `present`. */
  readonly criteriaTable: WeightTable;
  /** The project types, `other` among them, and their weights in the same order. */
  readonly types: { readonly ids: readonly string[]; readonly table: WeightTable };
}
