/** How the verdicts on a README came about, for a terminal. Bounded; no README reaches it as a control character. */
import type { CriterionExplanation, Explanation } from '../review/explanation.ts';
import { modelLines } from './explanation-of-model.ts';
import { signalsLines } from './explanation-of-signals.ts';
import { visible } from './plain-text.ts';
import type { TerminalOptions } from './terminal.ts';
import {
  EXPLANATION_TITLE,
  HELD_BY_DATA,
  LEGEND,
  LEGEND_TITLE,
  NOT_TOLD_OF_OTHER,
  NOTHING_TO_EXPLAIN,
  VERDICTS,
} from './wording.ts';
import { wrap } from './wrap.ts';

const NOTHING: Explanation = { projectType: 'other', criteria: [] };

/** One README's explanation, ending in a line break; null stands for a README of which nothing was judged. */
export function renderExplanation(explanation: Explanation | null, options: TerminalOptions): string {
  const { paint, width } = options;
  const { projectType, criteria } = explanation ?? NOTHING;
  const preface =
    criteria.length === 0 ? NOTHING_TO_EXPLAIN : projectType === 'other' ? NOT_TOLD_OF_OTHER : null;
  return [
    paint.bold(EXPLANATION_TITLE),
    '',
    ...(preface === null ? [] : [...wrap(preface, width, '  '), '']),
    ...criteria.flatMap(criterion => [...explanationLines(criterion, options), '']),
  ].join('\n');
}

/** How to read all of it, once for all READMEs. */
export function renderLegend({ paint, width }: TerminalOptions): string {
  const lines = LEGEND.flatMap(sentence => wrap(sentence, width, '  ', '    '));
  return [paint.bold(LEGEND_TITLE), ...lines.map(paint.dim), ''].join('\n');
}

function explanationLines(criterion: CriterionExplanation, options: TerminalOptions): readonly string[] {
  const { title, verdict, read, signals, model } = criterion;
  const { icon, word } = VERDICTS[verdict];
  const held = read === verdict ? '' : ` (read as ${VERDICTS[read].word}, and ${HELD_BY_DATA})`;
  const heading = `${icon} ${visible(title)}: ${word}${held}`;
  return [
    ...wrap(heading, options.width, '  ', '    ').map(options.paint.bold),
    ...(model === undefined ? [] : modelLines(model, verdict, options)),
    ...signalsLines(signals, model === undefined, options),
  ];
}
