import type { Delta } from '../../review/delta.ts';
import type { Report } from '../../review/report.ts';
import { changesOf, isNew, removedPaths } from '../changes.ts';
import { standingOf } from '../standing.ts';
import type { CommentReports } from './comment-input.ts';

export interface WorthAComment {
  /** Of the pull request against its base; null where there is nothing to compare with. */
  readonly delta: Delta | null;
  readonly reports: CommentReports;
  /** The pull request touches a README or the configuration. */
  readonly touches: boolean;
}

/**
 * Whether a pull request without a comment gets one: it changes what counts, or it touches a README or the
 * configuration while something is missing or thin. Else the check run is enough.
 */
export function worthAComment({ delta, reports, touches }: WorthAComment): boolean {
  if (removedPaths(delta).length > 0) return true;
  if (reports === 'no-readme') return false;
  return reports.some(report => changesWhatCounts(delta, report) || (touches && leavesSomethingOpen(report)));
}

/** A new README counts where it is judged at all. */
function changesWhatCounts(delta: Delta | null, report: Report): boolean {
  const { kind } = standingOf(report);
  const judged = kind === 'open' || kind === 'documented' || kind === 'empty';
  return (isNew(delta, report) && judged) || changesOf(delta, report).some(({ counted }) => counted);
}

function leavesSomethingOpen(report: Report): boolean {
  const { kind } = standingOf(report);
  return kind === 'open' || kind === 'empty';
}
