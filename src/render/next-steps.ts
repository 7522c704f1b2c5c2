import type { LineRange, Report } from '../review/report.ts';
import type { Piece } from './byte-budget.ts';
import type { Markdown } from './markdown.ts';
import { join, md } from './markdown.ts';
import { fileLink, rangeLink, sentence } from './phrases.ts';
import type { Locate } from './place.ts';
import { indexRemarks } from './portfolio-index.ts';
import { mainRemark } from './remarks.ts';
import type { Standing } from './standing.ts';
import { standingOf } from './standing.ts';

/** Three can be kept in mind; the rest is folded. */
const MAX_STEPS = 3;

/** One edit worth making. */
export interface Step {
  readonly path: string;
  readonly text: string;
  readonly question: string | undefined;
  readonly place: LineRange | undefined;
  readonly yardstick: Standing['yardstick'];
  /** As `NextStep.gain`; 0 for an index of projects, because its projects come first. */
  readonly gain: number;
}

/** At most three over all READMEs; the greatest gain first, the given order between equals. */
export function topSteps(reports: readonly Report[]): readonly Step[] {
  return reports
    .flatMap(stepsOf)
    .sort((a, b) => b.gain - a.gain)
    .slice(0, MAX_STEPS);
}

/** The edits worth making in one README, the greatest gain first; none where nothing is judged. */
export function stepsOf(report: Report): readonly Step[] {
  const { kind, yardstick } = standingOf(report);
  const { path } = report.readme;
  if (kind !== 'open' && kind !== 'documented') return [];
  if (yardstick === 'entries') {
    const remarks = indexRemarks(report);
    return remarks.map(({ text, question, place }) => ({ path, yardstick, text, question, place, gain: 0 }));
  }
  return report.nextSteps.map(({ criterion: id, text, place, gain }) => {
    const criterion = report.criteria.find(each => each.id === id);
    const question = criterion === undefined ? undefined : mainRemark(criterion)?.question;
    return { path, yardstick, text, question, place, gain };
  });
}

/** A list of them. The questions on criteria stand in their table; those on an index stand nowhere else. */
export function nextSteps(reports: readonly Report[], locate: Locate): readonly Piece[] {
  const steps = topSteps(reports);
  if (steps.length === 0) return [];
  const lines = steps.map(step => stepLine(step, reports, locate));
  const items = lines.map((line, index) => `${index + 1}. ${line.source}`);
  const heading = steps.length === 1 ? '### Next step' : '### Next steps';
  const list = { open: '', pieces: items, close: '', separator: '\n' };
  return [{ open: heading, pieces: [list], close: '', separator: '\n\n' }];
}

function stepLine(step: Step, reports: readonly Report[], locate: Locate): Markdown {
  const asked =
    step.yardstick === 'entries' && step.question !== undefined ? md` ${sentence(step.question)}` : md``;
  return md`${sentence(step.text)}${asked}${stepPlace(step, reports, locate)}`;
}

/** Where a step belongs, in brackets; names the file where there are several. */
export function stepPlace({ path, place }: Step, reports: readonly Report[], locate: Locate): Markdown {
  const where: Markdown[] = [];
  if (reports.length > 1) where.push(fileLink(path, locate));
  if (place !== undefined) where.push(rangeLink(path, place, locate));
  return where.length === 0 ? md`` : md` (${join(where, ', ')})`;
}
