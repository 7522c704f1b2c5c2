import type { CriterionResult, Finding } from '../review/report.ts';
import { isDocumented } from '../review/report.ts';
import { rangeWords } from './place.ts';
import { clip, visible } from './plain-text.ts';
import { mainRemark } from './remarks.ts';
import type { TerminalOptions } from './terminal.ts';
import { ACCEPTED_WHERE, placeWords, verdictWords } from './wording.ts';
import { wrap } from './wrap.ts';

/** Code points of a README's own words, or of an author's reason, on one line. */
const MAX_QUOTE = 160;
const INDENT = '      ';
const TITLE_COLUMNS = 20;
const VERDICT_COLUMNS = 12;

/** Mark, title, verdict and lines; below them the first words that carry it, and what to add or to answer. */
export function criterionLines(criterion: CriterionResult, options: TerminalOptions): readonly string[] {
  const { accepted } = criterion;
  if (accepted !== undefined) {
    const reason = clip(visible(accepted.reason), MAX_QUOTE);
    const said = `Accepted by the author ${ACCEPTED_WHERE[accepted.source]}, because “${reason}”`;
    return [head(criterion, options), ...wrap(said, options.width, INDENT)];
  }
  const remark = mainRemark(criterion);
  return [
    head(criterion, options),
    ...quoteLine(criterion, options),
    ...(remark === undefined ? [] : remarkLines(remark, options)),
  ];
}

/** What does not count is one sentence: mark, title, verdict, lines, and what to add. */
export function uncountedLines(criterion: CriterionResult, { width }: TerminalOptions): readonly string[] {
  const { icon, word } = verdictWords(criterion);
  const where = [word, ...criterion.evidence.map(rangeWords)].join(', ');
  const remark = mainRemark(criterion)?.text;
  const said = remark === undefined ? '' : `: ${visible(remark)}`;
  return wrap(`${icon} ${visible(criterion.title)} ${where}${said}`, width, '  ', '    ');
}

function head(criterion: CriterionResult, { paint }: TerminalOptions): string {
  const { icon, word } = verdictWords(criterion);
  const unsure = criterion.verdict === 'not-assessed';
  const color = isDocumented(criterion) ? paint.green : unsure ? paint.dim : paint.yellow;
  const places = placesOf(criterion);
  const title = visible(criterion.title).padEnd(TITLE_COLUMNS);
  if (places === '') return `  ${color(icon)} ${title} ${color(word)}`;
  return `  ${color(icon)} ${title} ${color(word.padEnd(VERDICT_COLUMNS))} ${paint.dim(places)}`;
}

/** The lines that carry the verdict; where nothing does, the line where it would fit. */
function placesOf(criterion: CriterionResult): string {
  const place = mainRemark(criterion)?.place;
  if (criterion.evidence.length > 0 || place === undefined || criterion.accepted !== undefined)
    return criterion.evidence.map(rangeWords).join(', ');
  return `${placeWords(criterion)} ${rangeWords(place)}`;
}

function quoteLine({ evidence }: CriterionResult, { paint, width }: TerminalOptions): readonly string[] {
  const [first] = evidence;
  if (first === undefined) return [];
  const room = Math.max(1, Math.min(MAX_QUOTE, width - INDENT.length - 2));
  return [`${INDENT}${paint.dim(`“${clip(visible(first.quote).trim(), room)}”`)}`];
}

function remarkLines(remark: Finding, { paint, width }: TerminalOptions): readonly string[] {
  const { text, question, lookedFor = [] } = remark;
  const lines = [...wrap(visible(text), width, INDENT)];
  if (question !== undefined) lines.push(...wrap(visible(question), width, INDENT).map(paint.cyan));
  if (lookedFor.length > 0) {
    lines.push(...wrap(`Looked for: ${visible(lookedFor.join('; '))}.`, width, INDENT).map(paint.dim));
  }
  return lines;
}
