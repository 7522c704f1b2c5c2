/** Shortens long tables and lists of a README that is too dear to read whole; all other lines stay. */
import type { Outline } from './outline.ts';

/** Nobody reads further than this for what a table or list says; it is kept from the top. */
export const KEPT_ROWS = 200;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const DELIMITER_ROW = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/;
const LIST_ITEM = /^[ \t]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;
/** A longer row has more columns than anyone reads. */
const LONGEST_DELIMITER_ROW = 2_000;
const INDENTED = /^[ \t]+\S/;

interface Part {
  readonly what: Outline['omitted'][number]['what'];
  /** Row or item lines, 0-based. */
  readonly starts: number[];
  /** The last line of the part, 0-based. */
  end: number;
}

/** The text (LF line endings) with the lines after `KEPT_ROWS` rows or items of a part blanked. */
export function cutLongParts(text: string): { text: string; omitted: Outline['omitted'] } {
  const lines = text.split('\n');
  const omitted: Outline['omitted'][number][] = [];
  for (const part of findParts(lines)) {
    const first = part.starts[KEPT_ROWS];
    if (first === undefined) continue;
    for (let at = first; at <= part.end; at += 1) lines[at] = '';
    const range = { startLine: first + 1, endLine: part.end + 1 };
    omitted.push({ range, what: part.what, count: part.starts.length - KEPT_ROWS });
  }
  return { text: lines.join('\n'), omitted };
}

function findParts(lines: readonly string[]): Part[] {
  const parts: Part[] = [];
  let fence: string | undefined;
  let part: Part | undefined;
  for (const [at, line] of lines.entries()) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
      continue;
    }
    if (mark !== undefined) {
      fence = mark;
      part = undefined;
      continue;
    }
    part = continuePart(part, line, at) ?? beginPart(lines, at, parts);
  }
  return parts;
}

function continuePart(part: Part | undefined, line: string, at: number): Part | undefined {
  if (part === undefined) return undefined;
  const isBlank = line.trim() === '';
  if (part.what === 'table-rows') {
    if (isBlank) return undefined;
    part.starts.push(at);
  } else {
    if (isBlank) return part;
    if (LIST_ITEM.test(line)) part.starts.push(at);
    else if (!INDENTED.test(line)) return undefined;
  }
  part.end = at;
  return part;
}

function beginPart(lines: readonly string[], at: number, parts: Part[]): Part | undefined {
  const line = lines[at] ?? '';
  const isTable =
    line.length <= LONGEST_DELIMITER_ROW && DELIMITER_ROW.test(line) && (lines[at - 1] ?? '').includes('|');
  const isList = !isTable && LIST_ITEM.test(line);
  if (!isTable && !isList) return undefined;
  const part: Part = { what: isTable ? 'table-rows' : 'list-items', starts: isList ? [at] : [], end: at };
  parts.push(part);
  return part;
}
