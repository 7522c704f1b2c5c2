/** Inline Markdown tokens → runs of text with their source lines. */
import type { Token } from 'markdown-it';
import { closeTag, openTag, readHtmlPiece } from './html-tag.ts';
import { offsetOf } from './markdown.ts';
import type { OutlineBuilder } from './outline-builder.ts';
import type { RunCollector } from './run-collector.ts';
import { countLineEndings, lineCounter } from './source-lines.ts';

/** A footnote's mark in the text (`[^1]`) and in front of the note itself (`[^1]: `). */
const FOOTNOTE_MARK = /\[\^[^\]\s]{1,60}\](?:: )?/g;
/** The first line of GitHub's alerts, docs: basic-writing-and-formatting-syntax, "Alerts". */
const ALERT_MARK = /^\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*$/i;
/** Tags that part words although no space stands between them. */
const PARTING_TAGS = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'td',
  'th',
  'tr',
  'center',
  'summary',
  'details',
]);

/** Reads one block's inline content; `startLine` is the 1-based line on which it begins. */
export function readInline(
  block: Token,
  startLine: number,
  runs: RunCollector,
  builder: OutlineBuilder,
): void {
  const lineAt = lineCounter(block.content, startLine);
  let line = startLine;
  for (const token of block.children ?? []) {
    const offset = offsetOf(token);
    if (offset !== undefined) line = Math.max(line, lineAt(offset));
    switch (token.type) {
      case 'text':
        if (!ALERT_MARK.test(token.content)) runs.addText(token.content.replace(FOOTNOTE_MARK, ''), line);
        break;
      case 'code_inline':
        runs.addText(`\`${token.content}\``, line, lineAt(endOfCode(block, token, offset ?? 0)));
        break;
      case 'softbreak':
      case 'hardbreak':
        line += 1;
        runs.breakLine(line);
        break;
      case 'strong_open':
        runs.openBold();
        break;
      case 'strong_close':
        runs.closeBold();
        break;
      case 'link_open':
        runs.openLink(String(token.attrGet('href') ?? ''), line);
        break;
      case 'link_close':
        runs.closeLink(line);
        break;
      case 'image':
        runs.addImage(String(token.attrGet('src') ?? ''), alternativeText(token), line);
        break;
      case 'html_inline':
        readTag(token.content, line, runs, builder);
        break;
    }
  }
  runs.finish(line);
}

function readTag(html: string, line: number, runs: RunCollector, builder: OutlineBuilder): void {
  const piece = readHtmlPiece(html);
  if (piece.kind === 'comment') {
    builder.addComment({
      text: piece.text.trim(),
      range: { startLine: line, endLine: line + countLineEndings(html, 0, html.length) },
    });
    return;
  }
  if (piece.kind === 'other') return;
  if (PARTING_TAGS.has(piece.name)) runs.addText(' ', line);
  if (piece.kind === 'open') openTag(runs, piece.name, piece.attributes, line);
  else closeTag(runs, piece.name, line);
}

/** Where a code span of the block ends; line endings in it were made spaces, and one space at each end may be gone. */
function endOfCode(block: Token, code: Token, offset: number): number {
  const inner = offset + code.markup.length;
  const isWhole = block.content.startsWith(code.markup, inner + code.content.length);
  return inner + code.content.length + (isWhole ? 0 : 2);
}

function alternativeText(image: Token): string {
  const parts = (image.children ?? []).map(child => (child.type === 'softbreak' ? ' ' : child.content));
  return parts.join('');
}
