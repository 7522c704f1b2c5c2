/**
 * What reading a README will cost, counted before it is parsed: from the text alone, linear, no clock. A cost unit is
 * about a microsecond of `readOutline` on two cores with Node 24. Each weight is the dearest case measured for its
 * mark (`test/readme/cost-cases.ts` holds the cases), so the estimate errs towards too much.
 */
import { cutLongParts } from './cut-long-parts.ts';
import type { Outline } from './outline.ts';
import { normalizeLineEndings } from './source-lines.ts';

/**
 * 0.3 s: the review's time limit is 5 s, what is accepted may take a fifth of it, and the signals need most of that.
 * The dearest of 545 learners' READMEs costs a twentieth of this; 300 kB of prose or a table of 200 kB fit.
 */
export const MOST_COST = 300_000;

const PER_CHARACTER = 0.1;
const PER_LINE = 12;
const PER_CONTAINER = 6;
/** A line that continues a paragraph inside quotes and lists is looked at once for each of them. */
const PER_LINE_AND_CONTAINER = 0.3;
/** Every open element is searched for every end tag without a partner. */
const PER_TAG_AND_OPEN_ELEMENT = 0.001;
const PER_TAG = 7;
/** A row gets the cells that it lacks of its table's columns: two characters can be hundreds of cells. */
const PER_FILLED_CELL = 4;
const PER_MARK: ReadonlyMap<string, number> = new Map([
  ['[', 9],
  ['!', 8],
  [':', 7],
  ['|', 4],
  ['*', 2],
  ['_', 2],
  ['~', 2],
  ['`', 2],
  ['<', 2],
  [']', 1],
  ['&', 1],
  ['\\', 1],
]);
/** The same by character code, for a loop over every character; all marks are ASCII. */
const COST_BY_CODE = Array.from({ length: 128 }, (_, code) => PER_MARK.get(String.fromCharCode(code)) ?? 0);
const CONTAINER_MARKS = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/;
const CONTAINER_MARK = />|[-+*]|\d{1,9}[.)]/g;
/** What a table's columns are told by; a rule and an underlined heading look like a table of one column. */
const DELIMITERS = /^[ \t|:-]+$/;
/** Elements without content, which never stay open. */
const VOID_ELEMENT = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;
const TAG = /<(\/?)([a-z][a-z0-9]{0,15})/gi;
/** Lines are searched for container marks no further than this; containers deeper than that are not parsed either. */
const LONGEST_MARKS = 400;

export type CostVerdict =
  | { readonly kind: 'whole' }
  /** `text` is the README with rows of long tables and items of long lists blanked, line numbers kept. */
  | { readonly kind: 'cut'; readonly text: string; readonly omitted: Outline['omitted'] }
  | { readonly kind: 'refused'; readonly why: string };

/** Decides from the text alone whether it is read whole, with long tables and lists cut, or not at all. */
export function estimateCost(raw: string): CostVerdict {
  const text = normalizeLineEndings(raw);
  if (countCost(text) <= MOST_COST) return { kind: 'whole' };
  const cut = cutLongParts(text);
  if (countCost(cut.text) <= MOST_COST) return { kind: 'cut', ...cut };
  return {
    kind: 'refused',
    why: 'its markup is nested or repeated far beyond what a README needs, so reading it would take too long',
  };
}

/** The cost of a text with LF line endings. */
export function countCost(text: string): number {
  return countMarks(text) + countLines(text) + countTags(text);
}

function countMarks(text: string): number {
  let cost = text.length * PER_CHARACTER;
  for (let at = 0; at < text.length; at += 1) cost += COST_BY_CODE[text.charCodeAt(at)] ?? 0;
  return cost;
}

function countLines(text: string): number {
  let cost = 0;
  let depth = 0;
  let columns = 0;
  for (const line of text.split('\n')) {
    const content = line.trim();
    if (content === '') {
      cost += 1;
      depth = 0;
      columns = 0;
      continue;
    }
    const containers = countContainers(line);
    depth = Math.max(depth, containers);
    cost += PER_LINE + containers * PER_CONTAINER + depth * PER_LINE_AND_CONTAINER;
    if (DELIMITERS.test(content)) columns = countCells(content);
    else if (columns > 1) cost += Math.max(0, columns - countCells(content)) * PER_FILLED_CELL;
  }
  return cost;
}

/** Of a row without blanks around it: as many as there are pipes between them, and one. */
function countCells(row: string): number {
  let cells = row.startsWith('|') ? 0 : 1;
  for (let at = row.indexOf('|'); at !== -1; at = row.indexOf('|', at + 1)) cells += 1;
  return row.length > 1 && row.endsWith('|') ? cells - 1 : cells;
}

function countContainers(line: string): number {
  const marks = CONTAINER_MARKS.exec(line.slice(0, LONGEST_MARKS))?.[0];
  return marks?.match(CONTAINER_MARK)?.length ?? 0;
}

/** Tags, dearer the more elements are open: an end tag closes the elements of its own name only. */
function countTags(text: string): number {
  const openByName = new Map<string, number>();
  let tags = 0;
  let open = 0;
  let mostOpen = 0;
  for (const [, slash, name = ''] of text.matchAll(TAG)) {
    const sameOpen = openByName.get(name) ?? 0;
    const isEmpty = VOID_ELEMENT.test(name);
    const change = slash === '' && !isEmpty ? 1 : sameOpen > 0 ? -1 : 0;
    openByName.set(name, sameOpen + change);
    tags += 1;
    open += change;
    mostOpen = Math.max(mostOpen, open);
  }
  return tags * (PER_TAG + mostOpen * PER_TAG_AND_OPEN_ELEMENT);
}
