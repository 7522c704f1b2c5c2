import type { Report } from '../review/report.ts';
import { fitBytes } from './byte-budget.ts';
import { md } from './markdown.ts';
import { quoted } from './phrases.ts';
import { nowhere } from './place.ts';
import { readmeDetails, readmeSection } from './readme-section.ts';
import { standingOf } from './standing.ts';
import { versionsLine } from './versions.ts';

/**
 * One README's review as a Markdown document, without a limit; lines are named and not linked, since a file on disk
 * has no address. `name` is what the README is called on the command line.
 */
export function renderMarkdown(report: Report, name = report.readme.path): string {
  const heading = md`## ${quoted(name)}`.source;
  const foot = `<sub>${versionsLine([report])}</sub>`;
  const standing = standingOf(report);
  const pieces = [heading, ...readmeSection(standing, nowhere), ...readmeDetails(standing, nowhere)];
  return `${fitBytes(pieces, foot, Number.POSITIVE_INFINITY, () => '')}\n`;
}
