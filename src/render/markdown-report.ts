import type { Report } from '../review/report.ts';
import type { Group } from './byte-budget.ts';
import { fitBytes } from './byte-budget.ts';
import { nowhere } from './place.ts';
import { readmeSection } from './readme-section.ts';
import { standingOf } from './standing.ts';
import { versionsLine } from './versions.ts';

/** One README's review as a Markdown document; lines are named and not linked, since a file has no address. */
export function renderMarkdown(report: Report): string {
  const pieces: Group['pieces'] = readmeSection(standingOf(report), nowhere);
  return `${fitBytes(pieces, `<sub>${versionsLine([report])}</sub>`, Number.POSITIVE_INFINITY, () => '')}\n`;
}
