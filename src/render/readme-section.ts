/** What a README's review says, in order, wherever Markdown is shown: the check run and the report file. */
import type { Report } from '../review/report.ts';
import type { Piece } from './byte-budget.ts';
import { criteriaTable } from './criteria-table.ts';
import { evidenceDetails, folded } from './evidence-details.ts';
import { html } from './html.ts';
import { md, prose, tableRow } from './markdown.ts';
import { nextSteps } from './next-steps.ts';
import { fileLink, quoted, sentences } from './phrases.ts';
import type { Locate } from './place.ts';
import { clip, visible } from './plain-text.ts';
import { noteLines, projectSection } from './project-section.ts';
import type { Standing } from './standing.ts';
import { countedCriteria, emptyNote, lowestFirst } from './standing.ts';
import { standingWords } from './title.ts';
import { projectTypeWords, VERDICTS, verdictWords } from './wording.ts';

/** Code points of a path in a folded README's summary line. */
const MAX_PATH = 120;

/** One README: verdicts, project type, next steps, and the rest folded. */
export function readmeSection(standing: Standing, locate: Locate): readonly Piece[] {
  const { report } = standing;
  const headline = md`**${standingWords(standing)}** in ${fileLink(report.readme.path, locate)}`.source;
  if (standing.kind === 'empty') return [headline, ...emptySection(report)];
  if (standing.kind === 'other') return [headline, ...otherSection(report)];
  if (standing.kind === 'not-assessed') return [headline, ...reasons(report)];
  return [
    headline,
    criteriaTable(report, locate),
    ...projectSection(report, locate),
    ...nextSteps([report], locate),
    folded(html`What was read, and what was looked for`, evidenceDetails(report, locate)),
  ];
}

/** Several READMEs: an overview, the next steps over all of them, and each one folded, the lowest first. */
export function readmesSection(reports: readonly Report[], locate: Locate): readonly Piece[] {
  const standings = lowestFirst(reports);
  return [
    {
      open: '| README | Read as | Documented | |\n|---|---|---|---|',
      pieces: standings.map(standing => overviewRow(standing, locate)),
      close: '',
      separator: '\n',
    },
    ...nextSteps(reports, locate),
    ...standings.map(standing => {
      const path = clip(visible(standing.report.readme.path), MAX_PATH);
      return folded(html`<code>${path}</code> · ${standingWords(standing)}`, foldedReadme(standing, locate));
    }),
  ];
}

function foldedReadme({ report, kind }: Standing, locate: Locate): readonly Piece[] {
  const readme = md`${fileLink(report.readme.path, locate)}, blob ${quoted(report.readme.sha)}`.source;
  if (kind === 'empty') return [readme, ...emptySection(report)];
  if (kind === 'other') return [readme, ...otherSection(report)];
  if (kind === 'not-assessed') return [readme, ...reasons(report)];
  return [
    readme,
    criteriaTable(report, locate),
    ...projectSection(report, locate),
    ...evidenceDetails(report, locate),
  ];
}

function overviewRow(standing: Standing, locate: Locate): string {
  const { report } = standing;
  const icons = countedCriteria(report).map(
    criterion => `${verdictWords(criterion).icon} ${criterion.title}`,
  );
  const judged = standing.kind === 'open' || standing.kind === 'documented';
  return tableRow([
    fileLink(report.readme.path, locate),
    md`${projectTypeWords(report.projectType.id)}`,
    md`${standingWords(standing)}`,
    judged ? md`${icons.join(', ')}` : md`${VERDICTS['not-assessed'].icon}`,
  ]);
}

/** The rubric's one neutral sentence and how to be read as another type; no list of what is missing. */
function otherSection(report: Report): readonly Piece[] {
  return noteLines(report).map(({ source }) => source);
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
  return [...new Set([...noteLines(report).map(({ source }) => source), ...said])];
}
