/**
 * What changed between two reviews: of a branch since its last reviewed commit, of a pull request against its base.
 * Plain data and pure functions, so that every room may use them.
 */
import type { Verdict } from './report.ts';

/** One criterion as it stood. */
export interface StoodCriterion {
  readonly id: string;
  readonly title: string;
  readonly counted: boolean;
  readonly verdict: Verdict;
  /** True where the author accepted it with a reason. */
  readonly accepted: boolean;
}

/** One README as it stood. */
export interface StoodReadme {
  readonly path: string;
  /** Git blob id. */
  readonly sha: string;
  /** Names engine, model, rubric and project type: equal judges and equal blobs give equal verdicts. */
  readonly judge: string;
  readonly criteria: readonly StoodCriterion[];
}

/** All that a later review is compared with; small enough to be kept for every branch. */
export interface Snapshot {
  readonly headSha: string;
  readonly readmes: readonly StoodReadme[];
}

/**
 * `documented`: it counts as documented now and did not. `progressed`: a level up, not documented yet. `regressed`: a
 * level down, or documented no more. What could not be told on either side is no change.
 */
export type ChangeKind = 'documented' | 'progressed' | 'regressed';

/** `text`: another README. `rubric`: another rubric, engine or type over the same README. `author`: accepted or withdrawn. */
export type ChangeCause = 'text' | 'rubric' | 'author' | 'text-and-rubric';

export interface CriterionChange {
  readonly id: string;
  readonly title: string;
  readonly counted: boolean;
  readonly kind: ChangeKind;
  readonly cause: ChangeCause;
  readonly before: StoodCriterion;
  readonly after: StoodCriterion;
}

/** One README that is in both reviews, or only in one of them. */
export interface ReadmeDelta {
  readonly path: string;
  readonly kind: 'both' | 'added' | 'removed';
  /** In the rubric's order; empty where nothing changed, and for a README that was added or removed. */
  readonly changes: readonly CriterionChange[];
  /** Counted criteria that stand as they stood. */
  readonly unchanged: number;
}

export interface Delta {
  /** The commit that was compared with. */
  readonly since: string;
  /** In the order of the later review; removed READMEs last. */
  readonly readmes: readonly ReadmeDelta[];
}
