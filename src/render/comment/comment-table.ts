import type { CriterionChange, Delta } from '../../review/delta.ts';
import type { CriterionResult, Report } from '../../review/report.ts';
import type { Group } from '../byte-budget.ts';
import { stoodIcon, stoodWord } from '../change-words.ts';
import { changesOf } from '../changes.ts';
import type { Markdown } from '../markdown.ts';
import { join, md, tableRow } from '../markdown.ts';
import { acceptance } from '../phrases.ts';
import type { Locate } from '../place.ts';
import { whereOf } from '../where.ts';
import { verdictWords } from '../wording.ts';

/** Criterion, verdict before and now, lines: what counts, and what else changed. */
export function commentTable(report: Report, delta: Delta | null, locate: Locate): Group {
  const changes = new Map(changesOf(delta, report).map(change => [change.id, change]));
  const shown = report.criteria.filter(({ id, counted }) => counted || changes.has(id));
  return {
    open: `| | ${changes.size === 0 ? 'Verdict' : 'Before → now'} | Lines |\n|---|---|---|`,
    pieces: shown.map(criterion => row(report, criterion, changes.get(criterion.id), locate)),
    close: '',
    separator: '\n',
  };
}

function row(
  report: Report,
  criterion: CriterionResult,
  change: CriterionChange | undefined,
  locate: Locate,
): string {
  const { icon, word } = verdictWords(criterion);
  const before = change === undefined ? '' : `${stoodIcon(change.before)} ${stoodWord(change.before)} → `;
  const title = md`**${criterion.title}**${criterion.counted ? '' : ' (not counted)'}`;
  return tableRow([title, md`${before}${icon} ${word}`, lines(report, criterion, locate)]);
}

/** With the author's reason, where it is what counts. */
function lines(report: Report, criterion: CriterionResult, locate: Locate): Markdown {
  const where = whereOf(report, criterion, locate);
  const reason = criterion.accepted === undefined ? md`` : acceptance(criterion.accepted);
  return join(
    [where, reason].filter(({ source }) => source !== ''),
    '. ',
  );
}
