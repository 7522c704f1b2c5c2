/** A review for a terminal. Nothing a README holds reaches it as a control character. */
import type { Report } from '../review/report.ts';
import { rangeWords } from './place.ts';
import { visible } from './plain-text.ts';
import { weightiestFirst } from './remarks.ts';
import type { Standing } from './standing.ts';
import { countedCriteria, emptyNote, standingOf, uncountedCriteria } from './standing.ts';
import { criterionLines, uncountedLines } from './terminal-criterion.ts';
import { standingWords } from './title.ts';
import {
  DECLARED,
  flagSentences,
  HOW_TO_DECLARE,
  INDEX_IS_READ_FOR,
  NOT_COUNTED,
  projectTypeWords,
} from './wording.ts';
import { wrap } from './wrap.ts';

/** How a piece of text may be marked; each function answers the text unchanged where there is no colour. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

export interface TerminalOptions {
  readonly paint: Paint;
  /** Columns. */
  readonly width: number;
  /** What the README is called on the command line; its path in the repository where absent. */
  readonly name?: string;
}

/** Hexadecimal digits of a blob id that tell one README from another in a terminal. */
const SHORT_SHA = 10;

/** One README's review, ending in a line break. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const { paint } = options;
  const standing = standingOf(report);
  const paintStanding = standing.kind === 'documented' ? paint.green : paint.yellow;
  const name = visible(options.name ?? report.readme.path);
  const { rubric, engineVersion, readme } = report;
  const versions = `rubric ${rubric.id} ${rubric.version} · engine ${engineVersion} · README ${readme.sha.slice(0, SHORT_SHA)}`;
  return [
    `${paint.bold(name)} · ${paintStanding(standingWords(standing))}`,
    '',
    ...body(standing, options),
    '',
    paint.dim(`  ${visible(versions)}`),
    '',
  ].join('\n');
}

function body({ report, kind, yardstick }: Standing, options: TerminalOptions): readonly string[] {
  if (kind === 'empty') return paragraphs([emptyNote(report)?.text ?? ''], options);
  const notes = weightiestFirst(report.notes).map(({ text, question = '' }) => `${text} ${question}`);
  if (kind === 'other') return paragraphs([...notes, HOW_TO_DECLARE], options);
  if (kind === 'not-assessed') {
    const reasons = report.criteria.flatMap(({ findings }) => findings.map(({ text }) => text));
    return paragraphs([...new Set([...notes, ...reasons])], options);
  }
  if (yardstick === 'entries')
    return paragraphs([typeSentence(report), INDEX_IS_READ_FOR, ...notes], options);
  const about = [typeSentence(report), ...flagSentences(report), ...notes];
  const uncounted = uncountedCriteria(report);
  return [
    ...countedCriteria(report).flatMap(criterion => criterionLines(criterion, options)),
    '',
    ...paragraphs(about, options),
    ...(uncounted.length === 0 ? [] : ['', ...paragraphs([NOT_COUNTED], options)]),
    ...uncounted.flatMap(criterion => uncountedLines(criterion, options)),
    ...stepLines(report, options),
  ];
}

function typeSentence({ projectType: { id, declared, evidence } }: Report): string {
  const facts = evidence.map(({ text }) => text).join('; ');
  const why = declared ? `, ${DECLARED}` : facts === '' ? '' : `: ${facts}`;
  return `Read as ${projectTypeWords(id)}${why}.`;
}

function stepLines({ nextSteps }: Report, { paint, width }: TerminalOptions): readonly string[] {
  if (nextSteps.length === 0) return [];
  const steps = nextSteps.flatMap((step, index) => {
    const place = step.place === undefined ? '' : ` (${rangeWords(step.place)})`;
    return wrap(visible(`${index + 1}. ${step.text}${place}`), width, '  ', '     ');
  });
  return ['', `  ${paint.bold(nextSteps.length === 1 ? 'Next step' : 'Next steps')}`, ...steps];
}

function paragraphs(texts: readonly string[], { width }: TerminalOptions): readonly string[] {
  return texts.flatMap(text => wrap(visible(text).trim(), width, '  '));
}
