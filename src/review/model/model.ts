import type { Calibration } from './calibration.ts';
import type { WordClasses } from './features.ts';

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
  /** By project type, `other` among them. */
  readonly types: ReadonlyMap<string, Weights>;
}
