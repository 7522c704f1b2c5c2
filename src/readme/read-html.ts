/** One HTML block → headings, blocks, links, images and comments, with true lines. */
import { Parser } from 'htmlparser2';
import { boldTitle } from './bold-lead.ts';
import { emitLines, emitLinks } from './emit-prose.ts';
import type { BlockKind } from './outline.ts';
import type { OutlineBuilder } from './outline-builder.ts';
import { cleanTitle, hasWords } from './plain-words.ts';
import { RunCollector, type TextLine, textOf } from './run-collector.ts';
import { countLineEndings } from './source-lines.ts';

const HEADING = /^h([1-6])$/;
const SILENT_TAGS = new Set(['script', 'style', 'svg', 'template']);
/** Elements that begin and end a block of text. */
const BLOCK_TAGS = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

interface Row {
  readonly cells: string[];
  header: boolean;
  startLine: number;
  endLine: number;
}

/** Reads the HTML that begins on the 1-based line `startLine`; `depth` is that of the list or quote around it. */
export function readHtml(html: string, startLine: number, depth: number, builder: OutlineBuilder): void {
  const runs = new RunCollector();
  const open: string[] = [];
  let row: Row | undefined;
  let counted = 0;
  let countedLine = startLine;

  const lineAt = (offset: number): number => {
    if (offset > counted) {
      countedLine += countLineEndings(html, counted, offset);
      counted = offset;
    }
    return countedLine;
  };

  const flush = (): void => {
    emitLinks(builder, runs);
    const lines = runs.takeLines();
    if (lines.length === 0) return;
    if (row !== undefined && isInCell(open)) {
      addCell(row, lines);
      return;
    }
    const level = headingLevel(open);
    const first = lines[0]?.startLine ?? startLine;
    const last = lines.at(-1)?.endLine ?? first;
    if (level !== undefined && !builder.hasHeadingOn(first)) {
      builder.addHeading(cleanTitle(textOf(lines)), level, { startLine: first, endLine: last });
      return;
    }
    const title = open.some(name => name === 'li' || name === 'td' || name === 'blockquote')
      ? undefined
      : boldTitle(lines);
    if (title !== undefined && !builder.hasHeadingOn(first)) {
      builder.addHeading(title, 7, { startLine: first, endLine: last });
      return;
    }
    emitLines(
      builder,
      lines,
      kindIn(open),
      depth + Math.max(0, open.filter(name => name === 'li').length - 1),
    );
  };

  const flushRow = (): void => {
    if (row !== undefined && row.cells.length > 0) {
      const range = { startLine: row.startLine, endLine: row.endLine };
      builder.addBlock({
        kind: 'table-row',
        text: row.cells.join(' | '),
        range,
        depth,
        ...(row.header && { header: true }),
      });
    }
    row = undefined;
  };

  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const line = lineAt(parser.startIndex);
        const { href = '', src = '', alt = '' } = attributes;
        if (BLOCK_TAGS.has(name)) {
          flush();
          if (name === 'tr') {
            flushRow();
            row = { cells: [], header: true, startLine: line, endLine: line };
          }
          if (name === 'td' && row !== undefined) row.header = false;
        }
        if (name === 'b' || name === 'strong') runs.openBold();
        if (name === 'a') runs.openLink(href, line);
        if (name === 'br') runs.breakLine(line);
        if (name === 'img') runs.addImage(src, alt, line);
        open.push(name);
      },
      onclosetag: name => {
        const line = lineAt(parser.startIndex);
        if (BLOCK_TAGS.has(name)) flush();
        open.splice(Math.max(0, open.lastIndexOf(name)), 1);
        if (name === 'b' || name === 'strong') runs.closeBold();
        if (name === 'a') runs.closeLink(line);
        if (name === 'tr') flushRow();
      },
      ontext: text => {
        if (open.some(name => SILENT_TAGS.has(name))) return;
        const begin = lineAt(parser.startIndex + (text.length - text.trimStart().length));
        const end = begin + countLineEndings(text.trim(), 0, text.length);
        runs.addText(text, begin, end);
      },
      oncomment: text => {
        const begin = lineAt(parser.startIndex);
        const endLine = begin + countLineEndings(text, 0, text.length);
        builder.addComment({ text: text.trim(), range: { startLine: begin, endLine } });
      },
    },
    { lowerCaseTags: true, decodeEntities: true },
  );
  parser.end(html);
  flush();
  flushRow();
  runs.finish(lineAt(html.length));
  emitLinks(builder, runs);
}

function addCell(row: Row, lines: readonly TextLine[]): void {
  const text = textOf(lines);
  if (!hasWords(text)) return;
  if (row.cells.length === 0) row.startLine = lines[0]?.startLine ?? row.startLine;
  row.endLine = Math.max(row.endLine, lines.at(-1)?.endLine ?? row.endLine);
  row.cells.push(text);
}

function isInCell(open: readonly string[]): boolean {
  return open.includes('td') || open.includes('th');
}

function headingLevel(open: readonly string[]): number | undefined {
  for (const name of open) {
    const level = HEADING.exec(name)?.[1];
    if (level !== undefined) return Number(level);
  }
  return undefined;
}

function kindIn(open: readonly string[]): BlockKind {
  for (const name of open.toReversed()) {
    if (name === 'li') return 'list-item';
    if (name === 'blockquote') return 'quote';
    if (name === 'pre') return 'code';
    if (name === 'figcaption' || name === 'caption') return 'caption';
  }
  return 'paragraph';
}
