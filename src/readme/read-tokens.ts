/** Block tokens → outline: headings, paragraphs, list items, quotes, table rows, code and HTML. */
import type { Token } from 'markdown-it';
import { boldTitle } from './bold-lead.ts';
import { emitLines, emitLinks } from './emit-prose.ts';
import { type BlockKind, BOLD_HEADING_LEVEL, type SourceRange } from './outline.ts';
import type { OutlineBuilder } from './outline-builder.ts';
import { cleanTitle, hasWords } from './plain-words.ts';
import { readHtml } from './read-html.ts';
import { readInline } from './read-inline.ts';
import { RunCollector, textOf } from './run-collector.ts';

/** Where the walk stands. */
interface Position {
  lists: number;
  quotes: number;
  /** True until the first paragraph of the list item was read. */
  itemStart: boolean;
  heading: { readonly level: number; readonly range: SourceRange } | undefined;
  row: { readonly cells: string[]; readonly range: SourceRange } | undefined;
  inTableHead: boolean;
}

export function readTokens(tokens: readonly Token[], builder: OutlineBuilder): void {
  const at: Position = {
    lists: 0,
    quotes: 0,
    itemStart: false,
    heading: undefined,
    row: undefined,
    inTableHead: false,
  };
  for (const token of tokens) readToken(token, at, builder);
}

function readToken(token: Token, at: Position, builder: OutlineBuilder): void {
  switch (token.type) {
    case 'bullet_list_open':
    case 'ordered_list_open':
      at.lists += 1;
      break;
    case 'bullet_list_close':
    case 'ordered_list_close':
      at.lists -= 1;
      break;
    case 'list_item_open':
      at.itemStart = true;
      break;
    case 'list_item_close':
      at.itemStart = false;
      break;
    case 'blockquote_open':
      at.quotes += 1;
      break;
    case 'blockquote_close':
      at.quotes -= 1;
      break;
    case 'heading_open':
      at.heading = { level: Number(token.tag.slice(1)), range: rangeOf(token) };
      break;
    case 'heading_close':
      at.heading = undefined;
      break;
    case 'thead_open':
      at.inTableHead = true;
      break;
    case 'thead_close':
      at.inTableHead = false;
      break;
    case 'tr_open':
      at.row = { cells: [], range: rangeOf(token) };
      break;
    case 'tr_close':
      finishRow(at, builder);
      break;
    case 'inline':
      readInlineBlock(token, at, builder);
      break;
    case 'fence':
    case 'code_block':
      readCode(token, at, builder);
      break;
    case 'html_block':
      readHtml(token.content, rangeOf(token).startLine, depthOf(at), builder);
      break;
  }
}

function readInlineBlock(token: Token, at: Position, builder: OutlineBuilder): void {
  const range = rangeOf(token);
  const runs = new RunCollector();
  readInline(token, at.row?.range.startLine ?? range.startLine, runs, builder);
  emitLinks(builder, runs);
  const lines = runs.takeLines();
  if (at.row !== undefined) {
    at.row.cells.push(textOf(lines));
    return;
  }
  if (at.heading !== undefined) {
    builder.addHeading(cleanTitle(textOf(lines)), at.heading.level, at.heading.range);
    return;
  }
  const title = at.lists === 0 && at.quotes === 0 ? boldTitle(lines) : undefined;
  if (title !== undefined) {
    builder.addHeading(title, BOLD_HEADING_LEVEL, range);
    return;
  }
  emitLines(builder, lines, kindAt(at), depthOf(at));
  at.itemStart = false;
}

function finishRow(at: Position, builder: OutlineBuilder): void {
  const row = at.row;
  at.row = undefined;
  if (row === undefined) return;
  const text = row.cells.join(' | ').trim();
  if (!hasWords(text)) return;
  builder.addBlock({
    kind: 'table-row',
    text,
    range: row.range,
    depth: 0,
    ...(at.inTableHead && { header: true }),
  });
}

function readCode(token: Token, at: Position, builder: OutlineBuilder): void {
  const language = token.info.trim();
  const text = token.content.replace(/\n$/, '');
  if (text.trim() === '') return;
  builder.addBlock({
    kind: 'code',
    text,
    range: rangeOf(token),
    depth: depthOf(at),
    ...(language !== '' && { language }),
  });
}

function kindAt(at: Position): BlockKind {
  if (at.itemStart) return 'list-item';
  return at.quotes > 0 ? 'quote' : 'paragraph';
}

function depthOf(at: Position): number {
  return Math.max(0, at.lists + at.quotes - 1);
}

/** The token's lines, 1-based and inclusive. */
function rangeOf(token: Token): SourceRange {
  const [from, to] = token.map ?? [0, 1];
  return { startLine: from + 1, endLine: Math.max(from + 1, to) };
}
