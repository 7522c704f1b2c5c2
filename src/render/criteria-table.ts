import type { CriterionResult, Report } from '../review/report.ts';
import type { Group } from './byte-budget.ts';
import { md, tableRow } from './markdown.ts';
import { acceptance, sentences } from './phrases.ts';
import type { Locate } from './place.ts';
import { mainRemark } from './remarks.ts';
import { countedCriteria } from './standing.ts';
import { whereOf } from './where.ts';
import { verdictWords } from './wording.ts';

/** Criterion, verdict, lines, and the main remark with its question: one row each, in the rubric's order. */
export function criteriaTable(report: Report, locate: Locate): Group {
  return {
    open: '| | Verdict | Evidence | What to add |\n|---|---|---|---|',
    pieces: countedCriteria(report).map(criterion => row(report, criterion, locate)),
    close: '',
    separator: '\n',
  };
}

function row(report: Report, criterion: CriterionResult, locate: Locate): string {
  const { icon, word } = verdictWords(criterion);
  const remark = mainRemark(criterion);
  return tableRow([
    md`**${criterion.title}**`,
    md`${icon} ${word}`,
    whereOf(report, criterion, locate),
    criterion.accepted === undefined
      ? sentences([remark?.text, remark?.question])
      : acceptance(criterion.accepted),
  ]);
}
