import type { Report } from '../review/report.ts';
import { fitBytes, type Piece } from './byte-budget.ts';
import { md } from './markdown.ts';
import type { NamedReport } from './named-report.ts';
import { quoted } from './phrases.ts';
import { nowhere } from './place.ts';
import { readmeDetails, readmeSection } from './readme-section.ts';
import { standingOf } from './standing.ts';
import { versionsLine } from './versions.ts';
import { NOTHING_REVIEWED, summaryCutNotice } from './wording.ts';

/**
 * One README's review as a Markdown document, without a limit; lines are named and not linked, since a file on disk
 * has no address. `name` is what the README is called on the command line.
 */
export function renderMarkdown(report: Report, name = report.readme.path): string {
  const foot = `<sub>${versionsLine([report])}</sub>`;
  return `${fitBytes(reportPieces({ report, name }), foot, Number.POSITIVE_INFINITY, () => '')}\n`;
}

/** GitHub, actions/…/workflow-commands-for-github-actions, "Adding a job summary": of one step, or none is shown. Bytes. */
export const MAX_JOB_SUMMARY_BYTES = 1024 * 1024;

/** The same for several READMEs, as the summary of a GitHub Actions job. */
export function renderJobSummary(reports: readonly NamedReport[]): string {
  if (reports.length === 0) return `${NOTHING_REVIEWED}\n`;
  const groups = reports.map(named => ({
    open: '',
    pieces: reportPieces(named),
    close: '',
    separator: '\n\n',
  }));
  const foot = `<sub>${versionsLine(reports.map(({ report }) => report))}</sub>`;
  return `${fitBytes(groups, foot, MAX_JOB_SUMMARY_BYTES - 1, summaryCutNotice)}\n`;
}

function reportPieces({ report, name }: NamedReport): readonly Piece[] {
  const heading = md`## ${quoted(name)}`.source;
  const standing = standingOf(report);
  return [heading, ...readmeSection(standing, nowhere), ...readmeDetails(standing, nowhere)];
}
