/**
 * The result of judging one README. Plain JSON, versioned, byte-identical for the same input.
 * This file imports nothing, so that every room may import it.
 */

/** Raised when a field changes its meaning or goes; new optional fields do not raise it. */
export const REPORT_SCHEMA_VERSION = 1;

export type Verdict = 'missing' | 'thin' | 'present' | 'not-assessed';

/** The four kinds of remark, in the order of their weight. */
export type FindingKind = 'essential' | 'actionable' | 'informative' | 'celebratory';

/** Lines are 1-based and inclusive, counted in the raw file. */
export interface LineRange {
  readonly startLine: number;
  readonly endLine: number;
}

/** Lines of the README that carry a verdict, and the signals that saw them. */
export interface Evidence extends LineRange {
  /** The README's own words, raw and untrusted: renderers neutralise them. */
  readonly quote: string;
  readonly signals: readonly string[];
}

export interface Finding {
  readonly kind: FindingKind;
  /** Stable name of the finding, such as `failures-missing`. */
  readonly code: string;
  readonly text: string;
  /** One question built from the repository's own words; never an invented fact. */
  readonly question?: string;
  /** Where in the README the remark belongs. Absent where the README has no lines. */
  readonly place?: LineRange;
  /** What was searched for, in words, where nothing was found. */
  readonly lookedFor?: readonly string[];
}

/** The author's own word on a criterion; shown beside the verdict, and counted as documented. */
export interface Acceptance {
  readonly reason: string;
  readonly source: 'comment' | 'readme' | 'config';
}

export interface CriterionResult {
  readonly id: string;
  readonly title: string;
  /** False for criteria, such as `learned`, that are reported and counted in no title. */
  readonly counted: boolean;
  readonly verdict: Verdict;
  /** At most three ranges and twenty lines; empty for `missing` and `not-assessed`. */
  readonly evidence: readonly Evidence[];
  readonly findings: readonly Finding[];
  readonly accepted?: Acceptance;
}

export interface NextStep {
  readonly criterion: string;
  readonly text: string;
  readonly place?: LineRange;
  /** How much the step would gain, in verdict levels weighted by criterion; steps are ranked by it. */
  readonly gain: number;
}

/** One fact that speaks for a project type, such as "`mlflow` in requirements.txt". */
export interface TypeEvidence {
  readonly text: string;
  readonly path: string;
}

export interface ProjectTypeResult {
  readonly id: string;
  /** True where configuration or the author says so, false where it was detected. */
  readonly declared: boolean;
  readonly evidence: readonly TypeEvidence[];
}

export interface Report {
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
  readonly engineVersion: string;
  /** The trained weights in force; `none` and an empty digest where signals alone judged. */
  readonly model: { readonly version: string; readonly digest: string };
  readonly rubric: { readonly id: string; readonly version: string; readonly digest: string };
  readonly readme: { readonly path: string; readonly sha: string; readonly language: string };
  readonly projectType: ProjectTypeResult;
  readonly flags: { readonly toyDataset: boolean; readonly template: boolean };
  readonly criteria: readonly CriterionResult[];
  /** At most three, ranked by gain. */
  readonly nextSteps: readonly NextStep[];
  /** Remarks on the README as a whole, such as an encoding problem or rows left out of a long table. */
  readonly notes: readonly Finding[];
  /** Of an index of projects: the READMEs of this repository's folders that it links, in its order. Never empty. */
  readonly projects?: readonly string[];
}

/** Documented: present, or accepted by the author with a reason. */
export function isDocumented(criterion: CriterionResult): boolean {
  return criterion.verdict === 'present' || criterion.accepted !== undefined;
}

/** What there is to say about one commit: the READMEs' reports, or why there are none. */
export type CommitReview =
  | { readonly kind: 'reviewed'; readonly reports: readonly [Report, ...Report[]] }
  | { readonly kind: 'no-readme'; readonly lookedIn: readonly string[] }
  | { readonly kind: 'failed'; readonly sentence: string; readonly referenceId: string };
