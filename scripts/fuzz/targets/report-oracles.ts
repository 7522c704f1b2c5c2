/** What holds of every report, whatever the README says. */
import MarkdownIt from 'markdown-it';
import { assertWithinLimits } from '../../../src/github/check-run-limits.ts';
import { assertPostable } from '../../../src/github/comment-limits.ts';
import { decodeReadme } from '../../../src/readme/decode-readme.ts';
import type { CheckRunContent } from '../../../src/render/check-run.ts';
import { MAX_LINES, MAX_RANGES } from '../../../src/review/choose-evidence.ts';
import type { LineRange, Report } from '../../../src/review/report.ts';
import { harmIn } from '../../../test/helpers/harm-in.ts';
import { ACTED_ON, UNSEEN } from '../../../test/helpers/harmful-patterns.ts';

const { utils } = new MarkdownIt();
const LINE_END = /\r\n|\r|\n/;

/** Lines lie in the README; evidence is bounded, and quotes the lines that it names. */
export function problemsOfReport(report: Report, bytes: Uint8Array): readonly string[] {
  const lines = decodeReadme(bytes).text.split(LINE_END);
  const { criteria, nextSteps, notes } = report;
  const places = [...criteria.flatMap(({ findings }) => findings), ...nextSteps, ...notes].flatMap(
    ({ place }) => place ?? [],
  );
  const evidence = criteria.flatMap(each => each.evidence);
  return [
    ...[...places, ...evidence].flatMap(range => problemsOfRange(range, lines.length)),
    ...criteria.flatMap(problemsOfEvidence),
    ...evidence.filter(({ quote }) => quote.trim() === '').map(() => 'quote: nothing is quoted'),
    ...evidence
      .filter(({ quote, ...range }) => !isQuoteOf(quote, linesQuoted(range, lines)))
      .map(each => `quote: is not what the lines say: ${JSON.stringify(each)}`),
    ...problemsOfText('report', JSON.stringify(report)),
  ];
}

/** Ranges that lie in a file of so many lines. */
export function problemsOfRange({ startLine, endLine }: LineRange, lineCount: number): readonly string[] {
  const lies = startLine >= 1 && endLine >= startLine && endLine <= Math.max(1, lineCount);
  return lies ? [] : [`lines: ${startLine} to ${endLine} do not lie in ${lineCount}`];
}

/** No half characters, which PostgreSQL cannot keep in JSON. `json` is what `JSON.stringify` makes of the text. */
export function problemsOfText(what: string, json: string): readonly string[] {
  const half = /(?<!\\)(?:\\\\)*\\ud[89a-f][0-9a-f]{2}/.exec(json);
  return half === null
    ? []
    : [`half: a half character in the ${what}: …${json.slice(Math.max(0, half.index - 40), half.index + 6)}`];
}

/** GitHub would take it, and nothing in it is a stranger's doing. */
export function problemsOfCheckRun(run: CheckRunContent): readonly string[] {
  const texts = [run.title, ...run.annotations.flatMap(({ title, message }) => [title, message])];
  return [
    ...thrownBy('limits', () => assertWithinLimits({ ...run, headSha: 'a'.repeat(40), externalId: '1' })),
    ...harmIn(run.summary).map(harm => `harm: in the summary, ${harm}`),
    ...texts.flatMap(text => plainHarm(text)).map(harm => `harm: in a title or annotation, ${harm}`),
    ...(run.summary.isWellFormed() && texts.every(text => text.isWellFormed())
      ? []
      : ['half: a half character in the check run']),
  ];
}

export function problemsOfComment(body: string, markers: readonly string[]): readonly string[] {
  return [
    ...thrownBy('limits', () => assertPostable({ body })),
    ...harmIn(body, markers).map(harm => `harm: in the comment, ${harm}`),
    ...(body.isWellFormed() ? [] : ['half: a half character in the comment']),
  ];
}

/** Nothing that a terminal acts on. */
export function problemsOfTerminal(text: string): readonly string[] {
  const [unseen] = UNSEEN.exec(text.replaceAll('\n', '')) ?? [];
  return unseen === undefined ? [] : [`harm: in the terminal, ${JSON.stringify(unseen)}`];
}

function problemsOfEvidence({ id, verdict, evidence }: Report['criteria'][number]): readonly string[] {
  const cited = evidence.reduce((sum, { startLine, endLine }) => sum + endLine - startLine + 1, 0);
  const carries = verdict === 'thin' || verdict === 'present';
  return [
    ...(evidence.length > 0 === carries
      ? []
      : [`evidence: ${id} is ${verdict} with ${evidence.length} ranges`]),
    ...(evidence.length <= MAX_RANGES && cited <= MAX_LINES
      ? []
      : [`evidence: ${id} cites ${evidence.length} ranges and ${cited} lines`]),
  ];
}

/** A block of more lines than are cited is quoted from its beginning: its first characters may stand on later lines. */
function linesQuoted({ startLine, endLine }: LineRange, lines: readonly string[]): readonly string[] {
  const isCut = endLine - startLine + 1 === MAX_LINES;
  return lines.slice(startLine - 1, isCut ? lines.length : endLine);
}

/**
 * What is quoted is the lines without their markup: the letters of each line of the quote stand there in this order. An
 * image's words are a line of their own, wherever it stands.
 */
function isQuoteOf(quote: string, lines: readonly string[]): boolean {
  const written = lettersOf(utils.unescapeAll(lines.join('\n')));
  return quote.split('\n').every(said => isWithin(lettersOf(said), written));
}

function isWithin(said: readonly string[], written: readonly string[]): boolean {
  let at = 0;
  for (const letter of said) {
    at = written.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function lettersOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]/gu) ?? []
  );
}

function plainHarm(text: string): readonly string[] {
  const [acted] = ACTED_ON.exec(text) ?? [];
  const [unseen] = UNSEEN.exec(text.replaceAll('\n', '')) ?? [];
  return [acted, unseen].flatMap(found => (found === undefined ? [] : [JSON.stringify(found)]));
}

function thrownBy(oracle: string, work: () => void): readonly string[] {
  try {
    work();
    return [];
  } catch (error) {
    return [`${oracle}: ${error instanceof Error ? error.message : String(error)}`];
  }
}
