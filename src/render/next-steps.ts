import type { NextStep, Report } from '../review/report.ts';
import type { Piece } from './byte-budget.ts';
import type { Markdown } from './markdown.ts';
import { join, md } from './markdown.ts';
import { fileLink, rangeLink, sentence } from './phrases.ts';
import type { Locate } from './place.ts';

const MAX_STEPS = 3;

interface Step {
  readonly step: NextStep;
  readonly path: string;
}

/** At most three over all READMEs; the greatest gain first, the given order between equals. */
function topSteps(reports: readonly Report[]): readonly Step[] {
  return reports
    .filter(report => report.projectType.id !== 'other')
    .flatMap(report => report.nextSteps.map(step => ({ step, path: report.readme.path })))
    .sort((a, b) => b.step.gain - a.step.gain)
    .slice(0, MAX_STEPS);
}

export function nextSteps(reports: readonly Report[], locate: Locate): readonly Piece[] {
  const steps = topSteps(reports);
  if (steps.length === 0) return [];
  const lines = steps.map(step => stepLine(step, reports.length > 1, locate));
  const items = lines.map((line, index) => `${index + 1}. ${line.source}`);
  const heading = steps.length === 1 ? '### Next step' : '### Next steps';
  const list = { open: '', pieces: items, close: '', separator: '\n' };
  return [{ open: heading, pieces: [list], close: '', separator: '\n\n' }];
}

function stepLine({ step, path }: Step, namesFile: boolean, locate: Locate): Markdown {
  const where: Markdown[] = [];
  if (namesFile) where.push(fileLink(path, locate));
  if (step.place !== undefined) where.push(rangeLink(path, step.place, locate));
  return where.length === 0 ? sentence(step.text) : md`${sentence(step.text)} (${join(where, ', ')})`;
}
