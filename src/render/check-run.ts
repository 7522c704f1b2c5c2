import type { CommitReview, Report } from '../review/report.ts';
import type { Annotation } from './annotations.ts';
import { annotate } from './annotations.ts';
import type { Piece } from './byte-budget.ts';
import { fitBytes } from './byte-budget.ts';
import { join, md } from './markdown.ts';
import { quoted, sentence } from './phrases.ts';
import type { CommitPlace, Locate } from './place.ts';
import { locateAt } from './place.ts';
import { readmeSection, readmesSection } from './readme-section.ts';
import { enforceable, standingOf } from './standing.ts';
import { reviewTitle } from './title.ts';
import { versionsLine } from './versions.ts';
import {
  annotationsLeftOut,
  CHECK_NAME,
  cutNotice,
  FAILED,
  NO_README,
  RE_REVIEW,
  SWITCH_OFF,
} from './wording.ts';

/** GitHub counts bytes and not characters: github/docs#35252. What is longer leaves the check pending for ever. */
export const MAX_SUMMARY_BYTES = 65_535;

/** What GitHub is asked to show; the commit and our own id are added by the sender. */
export interface CheckRunContent {
  readonly name: string;
  readonly conclusion: 'success' | 'neutral' | 'failure';
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly actions: readonly {
    readonly label: string;
    readonly description: string;
    readonly identifier: string;
  }[];
}

export interface CheckRunOptions {
  /** The configuration says that a counted criterion must not be missing. */
  readonly enforce?: boolean;
}

/** The check run for one commit. It always concludes: an error of ours, and a commit without README, are neutral. */
export function renderCheckRun(
  review: CommitReview,
  place: CommitPlace,
  options: CheckRunOptions = {},
): CheckRunContent {
  if (review.kind === 'failed') return plainRun(FAILED.title, failedPieces(review), []);
  if (review.kind === 'no-readme') return plainRun(NO_README.title, noReadmePieces(review), []);
  return reviewedRun(review.reports, locateAt(place), options);
}

function reviewedRun(
  reports: readonly [Report, ...Report[]],
  locate: Locate,
  { enforce = false }: CheckRunOptions,
): CheckRunContent {
  const [first, ...others] = reports;
  const pieces =
    others.length === 0 ? readmeSection(standingOf(first), locate) : readmesSection(reports, locate);
  const annotations = annotate(reports);
  const { leftOut } = annotations;
  const summary = leftOut === 0 ? pieces : [...pieces, annotationsLeftOut(leftOut)];
  return {
    ...plainRun(reviewTitle(reports), summary, reports),
    conclusion: conclude(reports, enforce),
    annotations: annotations.shown,
  };
}

function conclude(reports: readonly Report[], enforce: boolean): CheckRunContent['conclusion'] {
  if (enforce && reports.some(report => enforceable(report).length > 0)) return 'failure';
  return reports.every(report => standingOf(report).kind === 'documented') ? 'success' : 'neutral';
}

function plainRun(title: string, pieces: readonly Piece[], reports: readonly Report[]): CheckRunContent {
  return {
    name: CHECK_NAME,
    conclusion: 'neutral',
    title,
    summary: fitBytes(pieces, foot(reports), MAX_SUMMARY_BYTES, cutNotice),
    annotations: [],
    actions: [RE_REVIEW],
  };
}

type Failed = Extract<CommitReview, { kind: 'failed' }>;

function failedPieces({ sentence: reason, referenceId }: Failed): readonly Piece[] {
  return [
    md`**${FAILED.sentence}** ${sentence(reason)}`.source,
    md`${FAILED.again} ${quoted(referenceId)}.`.source,
  ];
}

type NoReadme = Extract<CommitReview, { kind: 'no-readme' }>;

function noReadmePieces({ lookedIn }: NoReadme): readonly Piece[] {
  return [md`${NO_README.sentence} Looked in: ${join(lookedIn.map(quoted), ', ')}.`.source, NO_README.start];
}

function foot(reports: readonly Report[]): string {
  const parts = reports.length === 0 ? [SWITCH_OFF] : [versionsLine(reports), SWITCH_OFF];
  return `<sub>${parts.join(' · ')}</sub>`;
}
