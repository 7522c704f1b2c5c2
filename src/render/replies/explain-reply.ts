import type { CriterionResult, LineRange } from '../../review/report.ts';
import { join, md } from '../markdown.ts';
import { listed, quoteBlock } from '../markdown-blocks.ts';
import { acceptance, rangeLink, sentence } from '../phrases.ts';
import type { Locate } from '../place.ts';
import { verdictWords } from '../wording.ts';
import { EXPLAIN } from './wording.ts';

/** Why a criterion matters and how it was looked for in one README. */
export interface ExplainedCriterion {
  readonly title: string;
  readonly question: string;
  readonly whyItMatters: string;
  readonly weak: string;
  readonly strong: string;
  readonly lookedFor: readonly string[];
  /** The lines that came nearest, best first. */
  readonly considered: readonly LineRange[];
}

/** One README's explanation; `result` is null where there is no verdict on the criterion. */
export function explainReply({
  explanation,
  result,
  readmePath,
  locate,
}: {
  readonly explanation: ExplainedCriterion;
  readonly result: CriterionResult | null;
  readonly readmePath: string;
  readonly locate: Locate;
}): string {
  const { title, question, whyItMatters, weak, strong, lookedFor, considered } = explanation;
  const links = (ranges: readonly LineRange[]) =>
    listed(
      ranges.map(range => rangeLink(readmePath, range, locate)),
      ', ',
    ).source;
  return [
    md`**${title}**: ${sentence(question)}`.source,
    sentence(whyItMatters).source,
    verdict(result, links),
    considered.length === 0 ? EXPLAIN.noneConsidered : `${EXPLAIN.considered} ${links(considered)}.`,
    `${EXPLAIN.lookedFor} ${join(lookedFor.map(sentence), '; ').source}.`,
    EXPLAIN.weak,
    quoteBlock(weak),
    EXPLAIN.strong,
    quoteBlock(strong),
  ].join('\n\n');
}

function verdict(result: CriterionResult | null, links: (ranges: readonly LineRange[]) => string): string {
  if (result === null) return EXPLAIN.noVerdict;
  const { icon, word } = verdictWords(result);
  const where = result.evidence.length === 0 ? '' : `, ${links(result.evidence)}`;
  const why = result.accepted === undefined ? '' : ` ${acceptance(result.accepted).source}.`;
  return `${EXPLAIN.verdict} ${icon} ${word}${where}.${why}`;
}
