/**
 * How the verdicts on one README came about. Plain data; quotes, words and `said` are the README's own and untrusted.
 * This file imports types alone, so that renderers may know it.
 */
import type { LineRange, Verdict } from './report.ts';

export interface Explanation {
  /** The id of the project type by whose rubric it was judged. */
  readonly projectType: string;
  readonly criteria: readonly CriterionExplanation[];
}

export interface CriterionExplanation {
  readonly id: string;
  readonly title: string;
  readonly verdict: Verdict;
  /** What reading came to; more than the verdict where data that everyone has seen holds it at thin. */
  readonly read: Verdict;
  readonly signals: SignalsExplanation;
  /** Absent where the signals alone decided. */
  readonly model?: ModelExplanation;
}

/** What the signals make of a criterion. */
export interface SignalsExplanation {
  readonly verdict: Verdict;
  readonly points: number;
  /** Points from which on it is thin, and present. */
  readonly thinFrom: number;
  readonly presentFrom: number;
  /** It is present only with one of these signals … */
  readonly presentNeeds: readonly string[];
  /** … of which these were seen in blocks with points. */
  readonly presentHas: readonly string[];
  /** The blocks with most points, the strongest first. */
  readonly blocks: readonly BlockExplanation[];
  /** Blocks with points, those above included. */
  readonly blockCount: number;
}

export interface BlockExplanation extends LineRange {
  readonly quote: string;
  /** `share` × the sum of what the signals are worth. */
  readonly points: number;
  /** What of them counts for the criterion: the best block's all, of each further one less. */
  readonly counts: number;
  /** 0 to 1: how much of a signal's worth counts in this place. */
  readonly share: number;
  readonly signals: readonly { readonly name: string; readonly worth: number }[];
}

/** The two questions that the model answers: is there anything of it, and is it specific and sufficient. */
export type Level = 'thin' | 'present';

/** What the model makes of a criterion. */
export interface ModelExplanation {
  /** Probabilities: missing below the first, thin from the second on, present from the third on. */
  readonly thresholds: {
    readonly missingBelow: number;
    readonly thinFrom: number;
    readonly presentFrom: number;
  };
  readonly thin: ProbabilityExplanation;
  readonly present: ProbabilityExplanation;
  /** The level by which the passages are ranked: the last that was reached, or could have been. */
  readonly level: Level;
  /** The passages with the best scores, the best first. */
  readonly passages: readonly PassageExplanation[];
  /** All passages of the README. */
  readonly passageCount: number;
}

/** A probability is logistic(`logOdds`), and `logOdds` is `bias` + Σ value × weight. */
export interface ProbabilityExplanation {
  readonly probability: number;
  readonly logOdds: number;
  readonly bias: number;
  readonly inputs: readonly CalibrationInput[];
  /** True where it was lowered to the other level's: nothing is more often sufficient than it is there at all. */
  readonly capped: boolean;
}

export interface CalibrationInput {
  readonly name: 'best-thin' | 'best-present' | 'points' | 'signals-thin' | 'signals-present' | 'other';
  readonly value: number;
  readonly weight: number;
}

export interface PassageExplanation extends LineRange {
  readonly quote: string;
  readonly thin: ScoreExplanation;
  readonly present: ScoreExplanation;
}

/** A passage's score, in log odds: `bias` + the sum of all contributions. */
export interface ScoreExplanation {
  readonly score: number;
  readonly bias: number;
  /** The strongest first, for or against; what weighs nothing is left out. */
  readonly contributions: readonly Contribution[];
}

export interface Contribution {
  /**
   * `feature`: something that was noticed, such as a signal. `word` and `heading-word`: one of the README's words, with
   * its parts of four letters. `numbers`: all numbers together.
   */
  readonly kind: 'feature' | 'word' | 'heading-word' | 'numbers';
  /** The feature's name, such as `signal:names-a-task`; else the words as the author wrote them. */
  readonly name: string;
  /** In log odds; positive speaks for the level. */
  readonly amount: number;
  /** For a feature that stands for words: those of the README. */
  readonly said?: string;
}
