/** A review for a terminal. Nothing a README holds reaches it as a control character. */
import type { CriterionResult, Report, Verdict } from '../review/report.ts';
import { isDocumented } from '../review/report.ts';
import { rangeWords } from './place.ts';
import { clip, visible } from './plain-text.ts';
import { mainRemark, weightiestFirst } from './remarks.ts';
import type { Standing } from './standing.ts';
import { standingOf } from './standing.ts';
import { standingWords } from './title.ts';
import {
  ACCEPTED_WHERE,
  HOW_TO_DECLARE,
  projectTypeWords,
  TEMPLATE,
  TOY_DATASET,
  VERDICTS,
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

const MARKS: Readonly<Record<Verdict, string>> = {
  present: '✓',
  thin: '~',
  missing: '○',
  'not-assessed': '–',
};
/** Code points of a README's own words on one line. */
const MAX_QUOTE = 160;
const REMARK_INDENT = '      ';

/** One README's review, ending in a line break. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const { paint } = options;
  const standing = standingOf(report);
  const name = visible(options.name ?? report.readme.path);
  const lines = [`${paint.bold(name)} · ${headline(standing, paint)}`, '', ...body(standing, options), ''];
  const { rubric, engineVersion, readme } = report;
  const versions = `rubric ${rubric.id} ${rubric.version} · engine ${engineVersion} · README ${readme.sha.slice(0, 10)}`;
  return [...lines, paint.dim(`  ${visible(versions)}`), ''].join('\n');
}

function headline(standing: Standing, paint: Paint): string {
  const words = standingWords(standing);
  return standing.kind === 'documented' ? paint.green(words) : paint.yellow(words);
}

function body(standing: Standing, options: TerminalOptions): readonly string[] {
  const { report, kind } = standing;
  const notes = weightiestFirst(report.notes).map(note => [note.text, note.question ?? ''].join(' '));
  if (kind === 'other') return paragraphs([...notes, HOW_TO_DECLARE], options);
  if (kind === 'not-assessed') {
    const reasons = report.criteria.flatMap(({ findings }) => findings.map(({ text }) => text));
    return paragraphs([...new Set([...notes, ...reasons])], options);
  }
  const about = [typeSentence(report)];
  if (report.flags.toyDataset) about.push(TOY_DATASET);
  if (report.flags.template) about.push(TEMPLATE);
  return [
    ...report.criteria.flatMap(criterion => criterionLines(criterion, options)),
    '',
    ...paragraphs([...about, ...notes], options),
    ...stepLines(report, options),
  ];
}

function typeSentence({ projectType }: Report): string {
  const { id, declared, evidence } = projectType;
  const facts = evidence.map(({ text }) => text).join('; ');
  const why = declared ? ', as declared' : facts === '' ? '' : `: ${facts}`;
  return `Read as ${projectTypeWords(id)}${why}.`;
}

function criterionLines(criterion: CriterionResult, options: TerminalOptions): readonly string[] {
  const { paint, width } = options;
  const documented = isDocumented(criterion);
  const color = documented ? paint.green : criterion.verdict === 'not-assessed' ? paint.dim : paint.yellow;
  const accepted = criterion.accepted !== undefined && criterion.verdict !== 'present';
  const word = accepted ? `accepted (${criterion.verdict})` : VERDICTS[criterion.verdict].word;
  const where = criterion.evidence.map(rangeWords).join(', ');
  const aside = criterion.counted ? where : [where, 'not counted'].filter(part => part !== '').join(', ');
  const mark = accepted ? MARKS.present : MARKS[criterion.verdict];
  const head = `  ${color(mark)} ${visible(criterion.title).padEnd(20)} ${color(word.padEnd(13))} ${paint.dim(aside)}`;
  const lines = [head.trimEnd()];
  if (criterion.accepted !== undefined) {
    const { source, reason } = criterion.accepted;
    const said = `Accepted by the author ${ACCEPTED_WHERE[source]}, because “${clip(visible(reason), MAX_QUOTE)}”`;
    return [...lines, ...wrap(said, width, REMARK_INDENT)];
  }
  const quote = criterion.evidence[0]?.quote;
  if (quote !== undefined) {
    const quoteWidth = Math.min(MAX_QUOTE, width - REMARK_INDENT.length - 2);
    lines.push(`${REMARK_INDENT}${paint.dim(`“${clip(visible(quote).trim(), quoteWidth)}”`)}`);
  }
  const remark = mainRemark(criterion);
  if (remark === undefined) return lines;
  lines.push(...wrap(visible(remark.text), width, REMARK_INDENT));
  if (remark.question !== undefined) {
    lines.push(...wrap(visible(remark.question), width, REMARK_INDENT).map(paint.cyan));
  }
  if (remark.lookedFor !== undefined && remark.lookedFor.length > 0) {
    lines.push(
      ...wrap(`Looked for: ${visible(remark.lookedFor.join('; '))}.`, width, REMARK_INDENT).map(paint.dim),
    );
  }
  return lines;
}

function stepLines(report: Report, { paint, width }: TerminalOptions): readonly string[] {
  if (report.nextSteps.length === 0) return [];
  const steps = report.nextSteps.flatMap((step, index) => {
    const place = step.place === undefined ? '' : ` (${rangeWords(step.place)})`;
    return wrap(visible(`${index + 1}. ${step.text}${place}`), width, '  ', '     ');
  });
  return ['', `  ${paint.bold(report.nextSteps.length === 1 ? 'Next step' : 'Next steps')}`, ...steps];
}

function paragraphs(texts: readonly string[], { width }: TerminalOptions): readonly string[] {
  return texts.flatMap(text => wrap(visible(text).trim(), width, '  '));
}
