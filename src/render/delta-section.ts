/** What changed since the branch's last reviewed commit. Where nothing did, nothing is said. */
import type { CriterionChange, Delta } from '../review/delta.ts';
import type { Report } from '../review/report.ts';
import type { Group, Piece } from './byte-budget.ts';
import { changeWords, praiseOfProgress } from './change-words.ts';
import { changesOf, isNew, readmeDelta, removedPaths } from './changes.ts';
import type { Markdown } from './markdown.ts';
import { md } from './markdown.ts';
import { commitLink, fileLink, quoted } from './phrases.ts';
import type { CommitPlace, Locate } from './place.ts';
import { locateAt } from './place.ts';
import { standingOf } from './standing.ts';
import { standingWords } from './title.ts';
import { whereOf } from './where.ts';
import { verdictWords } from './wording.ts';

export function deltaSection(
  delta: Delta | null,
  reports: readonly Report[],
  place: CommitPlace,
): readonly Piece[] {
  if (delta === null) return [];
  const locate = locateAt(place);
  const named = reports.length > 1;
  const parts = [
    ...removedPaths(delta).map(path => md`${quoted(path)} is no longer reviewed.`.source),
    ...reports.flatMap(report => readmePart(delta, report, named, locate)),
  ];
  if (parts.length === 0) return [];
  const praise = praiseOfProgress(reports.flatMap(report => changesOf(delta, report)));
  const open = md`### Since the last review, at ${commitLink(delta.since, place)}`.source;
  const pieces = praise === null ? parts : [praise, ...parts];
  return [{ open, pieces, close: '', separator: '\n\n' }];
}

function readmePart(delta: Delta, report: Report, named: boolean, locate: Locate): readonly Piece[] {
  const file = fileLink(report.readme.path, locate);
  if (isNew(delta, report)) return [md`${file} is new: ${standingWords(standingOf(report))}.`.source];
  const changes = changesOf(delta, report);
  if (changes.length === 0) return [];
  const items = changes.map(change => changeLine(change, report, locate));
  const unchanged = readmeDelta(delta, report)?.unchanged ?? 0;
  const all = unchanged === 0 ? items : [...items, md`${unchanged} as before`];
  return [list(named ? md`${file}:` : md``, all)];
}

function list(lead: Markdown, items: readonly Markdown[]): Group {
  const lines = { open: '', pieces: items.map(({ source }) => `- ${source}`), close: '', separator: '\n' };
  return { open: lead.source, pieces: [lines], close: '', separator: '\n\n' };
}

function changeLine(change: CriterionChange, report: Report, locate: Locate): Markdown {
  const words = md`**${change.title}**: ${changeWords(change)}${change.counted ? '' : ' (not counted)'}`;
  const criterion = report.criteria.find(({ id }) => id === change.id);
  if (criterion === undefined) return words;
  const where = whereOf(report, criterion, locate);
  const at = where.source === '' ? md`` : md`, ${where}`;
  return md`${verdictWords(criterion).icon} ${words}${at}`;
}
