import type { CriterionResult, Finding, Report } from '../review/report.ts';
import type { Group, Piece } from './byte-budget.ts';
import type { Markdown } from './markdown.ts';
import { join, link, md } from './markdown.ts';
import { evidenceLinks, sentence, sentences } from './phrases.ts';
import type { Locate } from './place.ts';
import { indexRemarks } from './portfolio-index.ts';
import { mainRemark, weightiestFirst } from './remarks.ts';
import { uncountedCriteria } from './standing.ts';
import {
  DECLARED,
  flagSentences,
  INDEX_IS_READ_FOR,
  NOT_COUNTED,
  projectTypeWords,
  verdictWords,
} from './wording.ts';

/** Facts that speak for a project type and are worth showing at once. */
const MAX_TYPE_EVIDENCE = 5;

/** What kind of project the README was read as and why, what was noticed about it as a whole, what does not count. */
export function projectSection(report: Report, locate: Locate): readonly Piece[] {
  const lines = [
    typeLine(report, locate),
    ...flagSentences(report).map(text => md`${text}`),
    ...noteLines(report.notes),
  ].map(({ source }) => source);
  return [...lines, ...uncountedList(report, locate)];
}

/** Of an index of projects; what its entries may still say stands among the next steps. */
export function aboutIndex(report: Report, locate: Locate): readonly Piece[] {
  const remarks = indexRemarks(report);
  const others = report.notes.filter(note => !remarks.includes(note));
  return [typeLine(report, locate), md`${INDEX_IS_READ_FOR}`, ...noteLines(others)].map(
    ({ source }) => source,
  );
}

/** What else a project of this type is read for: a line each, because nothing hangs on it. */
function uncountedList(report: Report, locate: Locate): readonly Group[] {
  const items = uncountedCriteria(report).map(criterion => uncountedLine(report, criterion, locate));
  if (items.length === 0) return [];
  const list = { open: '', pieces: items.map(({ source }) => `- ${source}`), close: '', separator: '\n' };
  return [{ open: NOT_COUNTED, pieces: [list], close: '', separator: '\n\n' }];
}

/** Remarks on the README as a whole. */
export function noteLines(notes: readonly Finding[]): readonly Markdown[] {
  return weightiestFirst(notes).map(({ text, question }) => sentences([text, question]));
}

function typeLine({ projectType }: Report, locate: Locate): Markdown {
  const { id, declared, evidence } = projectType;
  const facts = evidence.slice(0, MAX_TYPE_EVIDENCE).map(({ text, path }) => {
    const url = locate(path);
    return url === null ? sentence(text) : link(sentence(text), url);
  });
  const why = declared ? md`, ${DECLARED}` : facts.length === 0 ? md`` : md`: ${join(facts, '; ')}`;
  return md`**Read as ${projectTypeWords(id)}**${why}.`;
}

function uncountedLine(report: Report, criterion: CriterionResult, locate: Locate): Markdown {
  const { icon, word } = verdictWords(criterion);
  const links = evidenceLinks(report, criterion, locate);
  const where = links.source === '' ? md`` : md` (${links})`;
  const remark = mainRemark(criterion)?.text;
  const said = remark === undefined ? md`` : md`: ${sentence(remark)}`;
  return md`${icon} **${criterion.title}** ${word}${where}${said}`;
}
