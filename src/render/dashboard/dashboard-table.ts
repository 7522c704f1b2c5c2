import type { CriterionResult, Report } from '../../review/report.ts';
import { isDocumented } from '../../review/report.ts';
import type { Group } from '../byte-budget.ts';
import type { Markdown } from '../markdown.ts';
import { md, tableRow } from '../markdown.ts';
import { stepPlace, stepsOf } from '../next-steps.ts';
import { fileLink, sentence } from '../phrases.ts';
import type { Locate } from '../place.ts';
import type { Standing } from '../standing.ts';
import { countedCriteria, isJudgedByCriteria } from '../standing.ts';
import { standingWords } from '../title.ts';
import { projectTypeWords, verdictWords } from '../wording.ts';

/** A row for each README, in the given order. */
export function dashboardTable(standings: readonly Standing[], locate: Locate): Group {
  return {
    open: '| README | Read as | Documented | Lowest | Next step |\n|---|---|---|---|---|',
    pieces: standings.map(standing => row(standing, locate)),
    close: '',
    separator: '\n',
  };
}

function row(standing: Standing, locate: Locate): string {
  const { report } = standing;
  return tableRow([
    fileLink(report.readme.path, locate),
    md`${projectTypeWords(report.projectType.id)}`,
    md`${standingWords(standing)}`,
    isJudgedByCriteria(standing) ? lowest(report) : md``,
    nextStep(report, locate),
  ]);
}

const LOWEST_FIRST: readonly CriterionResult['verdict'][] = ['missing', 'thin', 'not-assessed'];

/** The first criterion of the lowest verdict that is not documented; empty where all are. */
function lowest(report: Report): Markdown {
  const open = countedCriteria(report).filter(criterion => !isDocumented(criterion));
  const found = LOWEST_FIRST.flatMap(verdict => open.filter(criterion => criterion.verdict === verdict))[0];
  if (found === undefined) return md``;
  const { icon, word } = verdictWords(found);
  return md`${icon} ${found.title}: ${word}`;
}

function nextStep(report: Report, locate: Locate): Markdown {
  const [step] = stepsOf(report);
  return step === undefined ? md`` : md`${sentence(step.text)}${stepPlace(step, [report], locate)}`;
}
