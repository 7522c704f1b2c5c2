/** Who reads what strangers wrote. */
import type { Intent } from '../commands/intent.ts';
import type { LineRange, Report } from '../review/report.ts';
import type { RubricChanges } from '../rubric/rubric-changes.ts';
import type { SettingsReading, SettingsRequest } from '../settings/settings.ts';

export interface RepositoryFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A README above this is not read: GitHub itself serves files up to 1 MB this way (docs: rest/repos/contents). Bytes. */
export const MAX_README_BYTES = 1024 * 1024;

/** Why the bytes of a README were not read; the review says so kindly and judges nothing. */
export type UnreadReason = 'too-large' | 'symlink-outside' | 'symlink-broken' | 'submodule';

export interface ReviewRequest {
  /** `owner/name` or a folder's name. */
  readonly repositoryName: string;
  readonly readme: {
    readonly path: string;
    readonly sha: string;
    readonly content: Uint8Array | UnreadReason;
  };
  readonly paths: readonly string[];
  readonly pathsTruncated: boolean;
  readonly manifests: readonly RepositoryFile[];
  /** Where the author or the configuration names it. */
  readonly declaredType?: string;
  /** What the author accepts beside what stands in the README itself; the first of a criterion holds. */
  readonly accepted?: readonly SaidAcceptance[];
  /** What organisation and repository change about the rubrics. */
  readonly rubricChanges?: RubricChanges;
}

export interface SaidAcceptance {
  readonly criterion: string;
  readonly reason: string;
  readonly source: 'comment' | 'config';
}

/** Why a criterion matters and how it was looked for in one README. */
export interface CriterionExplanation {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly whyItMatters: string;
  readonly weak: string;
  readonly strong: string;
  readonly lookedFor: readonly string[];
  /** The lines that came nearest, best first, whatever the verdict; at most three. */
  readonly considered: readonly LineRange[];
}

/** A criterion or a project type by the names people call it. */
export interface Named {
  readonly id: string;
  readonly title: string;
}

/** Reads what strangers wrote, off the calling thread. Fails with REVIEW_TIMED_OUT or REVIEW_CRASHED only. */
export interface Reviewer {
  /** Identifies engine, model and rubrics: the part of a result that is not the repository's. */
  readonly identity: string;
  /** Every project type that can be declared. */
  readonly projectTypes: readonly Named[];
  /**
   * `criterion` is its id, or what somebody calls it. Null where no criterion of the README's rubric has that name, or
   * nothing is judged.
   */
  explain(request: ReviewRequest, criterion: string): Promise<CriterionExplanation | null>;
  /** What settings files come to; mistakes are told and never thrown. */
  readSettings(request: SettingsRequest): Promise<SettingsReading>;
  review(request: ReviewRequest): Promise<Report>;
  /** What a comment asks for; null where it holds no command. */
  readComment(text: string): Promise<Intent | null>;
  close(): Promise<void>;
}
