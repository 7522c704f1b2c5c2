import type { CriterionResult, Finding, Report } from '../review/report.ts';
import type { Group } from './byte-budget.ts';
import type { Html } from './html.ts';
import type { Markdown } from './markdown.ts';
import { join, md } from './markdown.ts';
import { acceptance, quoted, rangeLink, sentence } from './phrases.ts';
import type { Locate } from './place.ts';
import { weightiestFirst } from './remarks.ts';
import { verdictWords } from './wording.ts';

/** `<details>`: the summary line is HTML, because Markdown is not read inside it. */
export function folded(summary: Html, pieces: Group['pieces']): Group {
  const open = `<details>\n<summary>${summary.source}</summary>`;
  return { open, pieces, close: '</details>', separator: '\n\n' };
}

/** Per criterion: its lines in the README's own words, every finding, and what was searched for. */
export function evidenceDetails(report: Report, locate: Locate): Group['pieces'] {
  return report.criteria.map(criterion => criterionDetails(report, criterion, locate));
}

function criterionDetails(report: Report, criterion: CriterionResult, locate: Locate): Group {
  const { icon, word } = verdictWords(criterion);
  const items = [
    ...criterion.evidence.map(evidence => {
      return md`${rangeLink(report.readme.path, evidence, locate)}: ${quoted(evidence.quote)}`;
    }),
    ...(criterion.accepted === undefined ? [] : [acceptance(criterion.accepted)]),
    ...weightiestFirst(criterion.findings).flatMap(findingLines),
  ];
  const list = { open: '', pieces: items.map(item => `- ${item.source}`), close: '', separator: '\n' };
  const heading = md`**${criterion.title}** ${icon} ${word}`.source;
  return { open: heading, pieces: [list], close: '', separator: '\n\n' };
}

function findingLines({ text, question, lookedFor = [] }: Finding): readonly Markdown[] {
  const lines = [sentence(text)];
  if (question !== undefined) lines.push(sentence(question));
  if (lookedFor.length > 0) lines.push(md`Looked for: ${join(lookedFor.map(sentence), '; ')}.`);
  return lines;
}
