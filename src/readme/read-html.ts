/** One HTML block → headings, blocks, links, images and comments, with true lines. */
import { Parser } from 'htmlparser2';
import { boldTitle, shortTitle } from './bold-lead.ts';
import { emitLines, emitLinks } from './emit-prose.ts';
import { HtmlContext } from './html-context.ts';
import { closeTag, openTag } from './html-tag.ts';
import { BOLD_HEADING_LEVEL, type SourceRange } from './outline.ts';
import type { OutlineBuilder } from './outline-builder.ts';
import { cleanTitle, hasWords } from './plain-words.ts';
import { RunCollector, type TextLine, textOf } from './run-collector.ts';
import { countLineEndings, countLines, lineCounter } from './source-lines.ts';

/** Elements that begin and end a block of text. */
const BLOCK_ELEMENTS = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

interface Row {
  readonly cells: string[];
  header: boolean;
  range: SourceRange;
}

/** Reads the HTML that begins on the 1-based line `startLine`; `depth` is that of the lists and quotes around it. */
export function readHtml(html: string, startLine: number, depth: number, builder: OutlineBuilder): void {
  const reader = new HtmlBlockReader(builder, depth);
  const lastLine = startLine + countLines(html) - 1;
  const countTo = lineCounter(html, startLine);
  /** The end of the block stands behind its last line ending, and still belongs to its last line. */
  const lineAt = (offset: number): number => Math.min(lastLine, countTo(offset));
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes, lineAt(parser.startIndex)),
    onclosetag: name => reader.close(name, lineAt(parser.startIndex)),
    ontext: text => {
      const leading = text.length - text.trimStart().length;
      reader.text(text, lineAt(parser.startIndex + leading));
    },
    oncomment: text => {
      const line = lineAt(parser.startIndex);
      const endLine = Math.min(lastLine, line + countLineEndings(text, 0, text.length));
      builder.addComment({ text: text.trim(), range: { startLine: line, endLine } });
    },
  });
  parser.end(html);
  reader.end(lastLine);
}

class HtmlBlockReader {
  readonly #builder: OutlineBuilder;
  readonly #depth: number;
  readonly #runs = new RunCollector();
  readonly #context = new HtmlContext();
  #row: Row | undefined;

  constructor(builder: OutlineBuilder, depth: number) {
    this.#builder = builder;
    this.#depth = depth;
  }

  open(name: string, attributes: Record<string, string>, line: number): void {
    if (BLOCK_ELEMENTS.has(name)) this.#endBlock();
    if (name === 'tr') this.#beginRow(line);
    if (name === 'td' && this.#row !== undefined) this.#row.header = false;
    openTag(this.#runs, name, attributes, line);
    this.#context.open(name);
  }

  close(name: string, line: number): void {
    if (BLOCK_ELEMENTS.has(name)) this.#endBlock();
    closeTag(this.#runs, name, line);
    if (name === 'tr') this.#endRow();
    this.#context.close(name);
  }

  text(text: string, line: number): void {
    if (this.#context.isSilent) return;
    this.#runs.addText(text, line, line + countLineEndings(text.trim(), 0, text.length));
  }

  end(line: number): void {
    this.#runs.finish(line);
    this.#endBlock();
    this.#endRow();
  }

  #endBlock(): void {
    emitLinks(this.#builder, this.#runs);
    const lines = this.#runs.takeLines();
    const [first] = lines;
    if (first === undefined) return;
    if (this.#row !== undefined && this.#context.isInCell) {
      addCell(this.#row, lines);
      return;
    }
    const range = { startLine: first.startLine, endLine: lines.at(-1)?.endLine ?? first.endLine };
    if (this.#addHeading(lines, range)) return;
    emitLines(this.#builder, lines, this.#context.kind, this.#depth + this.#context.listDepth);
  }

  #addHeading(lines: readonly TextLine[], range: SourceRange): boolean {
    if (this.#builder.hasHeadingOn(range.startLine)) return false;
    const level = this.#context.headingLevel;
    const title = level !== undefined ? cleanTitle(textOf(lines)) : this.#titleOf(lines);
    if (title === undefined) return false;
    this.#builder.addHeading(title, level ?? BOLD_HEADING_LEVEL, range);
    return true;
  }

  /** The title that text outside of headings is: a summary's, or a bold paragraph's. */
  #titleOf(lines: readonly TextLine[]): string | undefined {
    if (this.#context.kind !== 'paragraph' || this.#context.isInCell) return undefined;
    return this.#context.isInSummary ? shortTitle(textOf(lines)) : boldTitle(lines);
  }

  #beginRow(line: number): void {
    this.#endRow();
    this.#row = { cells: [], header: true, range: { startLine: line, endLine: line } };
  }

  #endRow(): void {
    const row = this.#row;
    this.#row = undefined;
    if (row === undefined || row.cells.length === 0) return;
    this.#builder.addBlock({
      kind: 'table-row',
      text: row.cells.join(' | '),
      range: row.range,
      depth: this.#depth,
      ...(row.header && { header: true }),
    });
  }
}

function addCell(row: Row, lines: readonly TextLine[]): void {
  const text = textOf(lines);
  if (!hasWords(text)) return;
  const isFirst = row.cells.length === 0;
  const startLine = isFirst ? (lines[0]?.startLine ?? row.range.startLine) : row.range.startLine;
  const endLine = lines.at(-1)?.endLine ?? row.range.endLine;
  row.range = { startLine, endLine: Math.max(startLine, endLine) };
  row.cells.push(text);
}
