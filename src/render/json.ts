/** Reports as JSON with the keys in the contract's order, so that the same report is always the same bytes. */
import type { Report } from '../review/report.ts';

/** Every key of the contract in the order in which it is written, whatever the depth. Others follow by name. */
const KEY_ORDER: readonly string[] = [
  'schemaVersion',
  'engineVersion',
  'model',
  'rubric',
  'readme',
  'projectType',
  'flags',
  'criteria',
  'nextSteps',
  'notes',
  'projects',
  'id',
  'path',
  'sha',
  'language',
  'declared',
  'title',
  'counted',
  'verdict',
  'version',
  'digest',
  'toyDataset',
  'template',
  'startLine',
  'endLine',
  'quote',
  'signals',
  'kind',
  'code',
  'criterion',
  'text',
  'question',
  'place',
  'lookedFor',
  'gain',
  'evidence',
  'findings',
  'accepted',
  'reason',
  'source',
];
const RANKS = new Map(KEY_ORDER.map((key, rank) => [key, rank]));

function byContract(a: string, b: string): number {
  const [rankA, rankB] = [RANKS.get(a) ?? KEY_ORDER.length, RANKS.get(b) ?? KEY_ORDER.length];
  return rankA - rankB || (a < b ? -1 : 1);
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => byContract(a, b));
  return Object.fromEntries(entries.map(([key, item]) => [key, inOrder(item)]));
}

/** One report on one line, without the line break. */
export function renderJsonLine(report: Report): string {
  return JSON.stringify(inOrder(report));
}

/** All reports as one array, indented for people, with a line break at the end. */
export function renderJson(reports: readonly Report[]): string {
  return `${JSON.stringify(reports.map(inOrder), null, 2)}\n`;
}
