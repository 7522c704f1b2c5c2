/** What the model made of a criterion: two probabilities, and the passages behind them. */
import type { CalibrationInput, ModelExplanation, ProbabilityExplanation } from '../review/explanation.ts';
import type { Verdict } from '../review/report.ts';
import { passageLines } from './explanation-of-passage.ts';
import { percent, plain, points, signed } from './numbers.ts';
import { sumLines } from './sum-lines.ts';
import type { TerminalOptions } from './terminal.ts';
import { INPUTS, LEVELS, plural } from './wording.ts';
import { wrap } from './wrap.ts';

const INDENT = '    ';
const INNER = '      ';

export function modelLines(
  model: ModelExplanation,
  verdict: Verdict,
  options: TerminalOptions,
): readonly string[] {
  const { thin, present, level, passages, passageCount } = model;
  const { missingBelow, thinFrom, presentFrom } = model.thresholds;
  const between = verdict === 'not-assessed' ? '; in between nobody can tell' : '';
  const atAll = `missing below ${percent(missingBelow)}, thin from ${percent(thinFrom)}${between}`;
  const shown = `${passages.length} of ${plural(passageCount, 'passage', 'passages')}`;
  return [
    ...probabilityLines(LEVELS.thin, thin, atAll, options),
    ...probabilityLines(LEVELS.present, present, `present from ${percent(presentFrom)}`, options),
    `${INDENT}What weighs most for ${LEVELS[level]} (${shown}):`,
    ...passages.flatMap(passage => passageLines(passage, level, options)),
  ];
}

function probabilityLines(
  question: string,
  { probability, logOdds, bias, inputs, capped }: ProbabilityExplanation,
  thresholds: string,
  { width, paint }: TerminalOptions,
): readonly string[] {
  const parts = inputs.filter(({ value }) => value !== 0).map(inputWords);
  const cap = capped ? '; lowered to the percentage above' : '';
  const sum = [`${signed(bias)} to begin with`, ...parts, `together ${signed(logOdds)}${cap}`];
  return [
    ...wrap(`${capital(question)}: ${percent(probability)} (${thresholds})`, width, INDENT),
    ...sumLines(sum, width, INNER).map(paint.dim),
  ];
}

function inputWords({ name, value, weight }: CalibrationInput): string {
  const product = `${name === 'points' ? points(value) : plain(value)} × ${plain(weight)}`;
  return `${signed(value * weight)} ${INPUTS[name]}${value === 1 ? '' : ` (${product})`}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
