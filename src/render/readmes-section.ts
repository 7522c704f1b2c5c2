/** What the reviews of several READMEs say: an overview, the next steps over all of them, and each one folded. */
import type { Report } from '../review/report.ts';
import type { Group, Piece } from './byte-budget.ts';
import { evidenceDetails, folded } from './evidence-details.ts';
import { html } from './html.ts';
import { md, tableRow } from './markdown.ts';
import { nextSteps } from './next-steps.ts';
import { fileLink, quoted } from './phrases.ts';
import type { Locate } from './place.ts';
import { clip, visible } from './plain-text.ts';
import { readmeBody } from './readme-section.ts';
import type { Standing } from './standing.ts';
import { countedCriteria, isJudgedByCriteria, lowestFirst } from './standing.ts';
import { standingWords } from './title.ts';
import { projectTypeWords, VERDICTS, verdictWords } from './wording.ts';

/** Code points of a path in a folded README's summary line. */
const MAX_PATH = 120;

/** What is seen at once; `since` says what changed, and stands before the next steps. */
export function readmesSection(
  reports: readonly Report[],
  locate: Locate,
  since: readonly Piece[] = [],
): readonly Piece[] {
  return [overview(lowestFirst(reports), locate), ...since, ...nextSteps(reports, locate)];
}

/** Each README folded, the lowest first. */
export function readmesDetails(reports: readonly Report[], locate: Locate): readonly Piece[] {
  return lowestFirst(reports).map(standing => {
    const path = clip(visible(standing.report.readme.path), MAX_PATH);
    return folded(html`<code>${path}</code> · ${standingWords(standing)}`, foldedReadme(standing, locate));
  });
}

function foldedReadme(standing: Standing, locate: Locate): readonly Piece[] {
  const { report } = standing;
  const readme = md`${fileLink(report.readme.path, locate)}, blob ${quoted(report.readme.sha)}`.source;
  const details = isJudgedByCriteria(standing) ? evidenceDetails(report, locate) : [];
  return [readme, ...readmeBody(standing, locate), ...details];
}

/** A row for each README, in the given order. */
export function overview(standings: readonly Standing[], locate: Locate): Group {
  return {
    open: '| README | Read as | Documented | |\n|---|---|---|---|',
    pieces: standings.map(standing => overviewRow(standing, locate)),
    close: '',
    separator: '\n',
  };
}

function overviewRow(standing: Standing, locate: Locate): string {
  const { report } = standing;
  const icons = countedCriteria(report).map(
    criterion => `${verdictWords(criterion).icon} ${criterion.title}`,
  );
  return tableRow([
    fileLink(report.readme.path, locate),
    md`${projectTypeWords(report.projectType.id)}`,
    md`${standingWords(standing)}`,
    isJudgedByCriteria(standing) ? md`${icons.join(', ')}` : md`${VERDICTS['not-assessed'].icon}`,
  ]);
}
