/** The READMEs of a comment: a table each where a pull request changes them, a line each for the others. */
import type { Delta } from '../../review/delta.ts';
import type { Report } from '../../review/report.ts';
import type { Piece } from '../byte-budget.ts';
import { changesOf, isNew } from '../changes.ts';
import { md } from '../markdown.ts';
import { fileLink, sentence } from '../phrases.ts';
import type { Locate } from '../place.ts';
import { readmeBody } from '../readme-section.ts';
import { overview } from '../readmes-section.ts';
import type { Standing } from '../standing.ts';
import { isJudgedByCriteria, lowestFirst } from '../standing.ts';
import { standingWords } from '../title.ts';
import { commentTable } from './comment-table.ts';

export function commentReadmes(
  reports: readonly Report[],
  delta: Delta | null,
  locate: Locate,
): readonly Piece[] {
  const standings = lowestFirst(reports);
  const inFull = standings.filter(({ report }) => reports.length === 1 || isTouched(delta, report));
  const others = standings.filter(standing => !inFull.includes(standing));
  return [
    ...inFull.flatMap(standing => readmePieces(standing, delta, locate)),
    ...(inFull.length === 0 || others.length === 0 ? [] : ['As before:']),
    ...(others.length === 0 ? [] : [overview(others, locate)]),
  ];
}

function isTouched(delta: Delta | null, report: Report): boolean {
  return isNew(delta, report) || changesOf(delta, report).length > 0;
}

function readmePieces(standing: Standing, delta: Delta | null, locate: Locate): readonly Piece[] {
  const { report } = standing;
  const headline = md`**${standingWords(standing)}** in ${fileLink(report.readme.path, locate)}`.source;
  if (!isJudgedByCriteria(standing)) return [headline, ...readmeBody(standing, locate)];
  return [headline, commentTable(report, delta, locate), ...praise(report)];
}

/** What the author did well, in the rubric's words: honesty about what did not work above all. */
function praise({ criteria }: Report): readonly Piece[] {
  const said = criteria
    .filter(({ counted }) => counted)
    .flatMap(({ findings }) => findings.filter(({ kind }) => kind === 'celebratory'));
  return said.slice(0, 1).map(({ text }) => sentence(text).source);
}
