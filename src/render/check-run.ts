import type { Delta } from '../review/delta.ts';
import type { CommitReview, Report } from '../review/report.ts';
import type { Annotation } from './annotation.ts';
import { annotate } from './annotations.ts';
import type { Piece } from './byte-budget.ts';
import { fitBytes } from './byte-budget.ts';
import { configurationSentences, settingsFold } from './configuration-section.ts';
import type { ConfigurationView } from './configuration-view.ts';
import { deltaSection } from './delta-section.ts';
import { join, md } from './markdown.ts';
import { quoted, sentence } from './phrases.ts';
import type { CommitPlace } from './place.ts';
import { locateAt } from './place.ts';
import { readmeDetails, readmeSection } from './readme-section.ts';
import { readmesDetails, readmesSection } from './readmes-section.ts';
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
  SETTINGS_MISTAKE,
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
  /** Against the branch's last reviewed commit; null or absent where there is none. */
  readonly delta?: Delta | null;
  readonly configuration?: ConfigurationView;
}

/** What a review says, before it is put together with what is said of the settings. */
interface Section {
  readonly title: string;
  readonly shown: readonly Piece[];
  readonly folded: readonly Piece[];
}

/** The check run for one commit. It always concludes: an error of ours, and a commit without README, are neutral. */
export function renderCheckRun(
  review: CommitReview,
  place: CommitPlace,
  options: CheckRunOptions = {},
): CheckRunContent {
  const { enforce = false, configuration } = options;
  const reports = review.kind === 'reviewed' ? review.reports : [];
  const { title, shown, folded } = sectionOf(review, place, options);
  const annotations = annotate(reports, configuration);
  const pieces = [
    ...(configuration === undefined ? [] : configurationSentences(configuration, place)),
    ...shown,
    ...(annotations.leftOut === 0 ? [] : [annotationsLeftOut(annotations.leftOut)]),
    ...folded,
    ...(configuration === undefined ? [] : [settingsFold(configuration, place)]),
  ];
  return {
    name: CHECK_NAME,
    conclusion: review.kind === 'reviewed' ? conclude(reports, enforce) : 'neutral',
    title,
    summary: fitBytes(pieces, foot(reports), MAX_SUMMARY_BYTES, cutNotice),
    annotations: annotations.shown,
    actions: [RE_REVIEW],
  };
}

function sectionOf(
  review: CommitReview,
  place: CommitPlace,
  { delta = null, configuration }: CheckRunOptions,
): Section {
  if (review.kind === 'failed') return { title: FAILED.title, shown: failedPieces(review), folded: [] };
  if (review.kind === 'no-readme') {
    // The owner's repository of settings needs no README, and where one is missed the mistake is mended first.
    if (configuration?.problemsHere) return { title: SETTINGS_MISTAKE, shown: [], folded: [] };
    return { title: NO_README.title, shown: noReadmePieces(review), folded: [] };
  }
  const { reports } = review;
  const locate = locateAt(place);
  const since = deltaSection(delta, reports, place);
  const title = reviewTitle(reports);
  if (reports.length > 1) {
    return { title, shown: readmesSection(reports, locate, since), folded: readmesDetails(reports, locate) };
  }
  const standing = standingOf(reports[0]);
  return {
    title,
    shown: readmeSection(standing, locate, since),
    folded: readmeDetails(standing, locate),
  };
}

function conclude(reports: readonly Report[], enforce: boolean): CheckRunContent['conclusion'] {
  if (enforce && reports.some(report => enforceable(report).length > 0)) return 'failure';
  return reports.every(report => standingOf(report).kind === 'documented') ? 'success' : 'neutral';
}

type Failed = Extract<CommitReview, { kind: 'failed' }>;

function failedPieces({ sentence: reason, referenceId }: Failed): readonly Piece[] {
  return [
    md`**${FAILED.sentence}** ${sentence(reason)}`.source,
    `${FAILED.again} ${quoted(referenceId).source}.`,
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
