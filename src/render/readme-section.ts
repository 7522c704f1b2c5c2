/** What one README's review says, in order, wherever Markdown is shown: the check run and the report file. */
import type { Report } from '../review/report.ts';
import type { Piece } from './byte-budget.ts';
import { criteriaTable } from './criteria-table.ts';
import { evidenceDetails, folded } from './evidence-details.ts';
import { html } from './html.ts';
import { md, prose } from './markdown.ts';
import { nextSteps } from './next-steps.ts';
import { fileLink, sentences } from './phrases.ts';
import type { Locate } from './place.ts';
import { aboutIndex, noteLines, projectSection } from './project-section.ts';
import type { Standing } from './standing.ts';
import { emptyNote, isJudgedByCriteria } from './standing.ts';
import { standingWords } from './title.ts';

/** What is seen at once. `since` says what changed, and stands before the next steps. */
export function readmeSection(
  standing: Standing,
  locate: Locate,
  since: readonly Piece[] = [],
): readonly Piece[] {
  const { report } = standing;
  const headline = md`**${standingWords(standing)}** in ${fileLink(report.readme.path, locate)}`.source;
  return [headline, ...readmeBody(standing, locate), ...since, ...nextSteps([report], locate)];
}

/** What unfolds below it. */
export function readmeDetails(standing: Standing, locate: Locate): readonly Piece[] {
  const { report } = standing;
  if (!isJudgedByCriteria(standing)) return [];
  return [folded(html`What was read, and what was looked for`, evidenceDetails(report, locate))];
}

/** Verdicts and project type, or what there is to say instead of them. */
export function readmeBody(standing: Standing, locate: Locate): readonly Piece[] {
  const { report, kind, yardstick } = standing;
  if (kind === 'empty') return emptySection(report);
  if (kind === 'other') return otherSection(report);
  if (kind === 'not-assessed') return reasons(report);
  if (yardstick === 'entries') return aboutIndex(report, locate);
  return [criteriaTable(report, locate), ...projectSection(report, locate)];
}

/** The rubric's one neutral sentence and how to be read as another type; no list of what is missing. */
function otherSection(report: Report): readonly Piece[] {
  return noteLines(report.notes).map(({ source }) => source);
}

/** One encouraging sentence. */
function emptySection(report: Report): readonly Piece[] {
  const note = emptyNote(report);
  return note === undefined ? [] : [prose(note.text).source];
}

/** Why nothing could be told: each reason once. */
function reasons(report: Report): readonly Piece[] {
  const said = report.criteria.flatMap(({ findings }) =>
    findings.map(({ text, question }) => sentences([text, question]).source),
  );
  return [...new Set([...noteLines(report.notes).map(({ source }) => source), ...said])];
}
