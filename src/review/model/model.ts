import type { Calibration } from './calibration.ts';
import type { WordClasses } from './features.ts';

/** What one level of one criterion weighs: named features by name, hashed ones by bucket. */
export interface LevelWeights {
  readonly bias: number;
  readonly named: ReadonlyMap<string, number>;
  readonly hashed: Float32Array;
}

/** Trained weights of one criterion: for "at least thin" and for "present". */
export interface CriterionModel {
  readonly thin: LevelWeights;
  readonly present: LevelWeights;
  readonly calibration: { readonly thin: Calibration; readonly present: Calibration };
}

/** The trained weights in force, decoded from the artefact in `models/`. */
export interface Model {
  readonly version: string;
  /** SHA-256 of the artefact, hex. */
  readonly digest: string;
  /** READMEs in other languages are judged by signals alone. */
  readonly language: string;
  readonly classes: WordClasses;
  readonly criteria: ReadonlyMap<string, CriterionModel>;
}
