/** Inline Markdown tokens → runs of text with their source lines. */
import type { Token } from 'markdown-it';
import { readHtmlPiece } from './html-tag.ts';
import { offsetOf } from './markdown.ts';
import type { OutlineBuilder } from './outline-builder.ts';
import type { RunCollector } from './run-collector.ts';
import { countLineEndings, lineCounter } from './source-lines.ts';

/** A footnote's mark in the text (`[^1]`) and in front of the note itself (`[^1]: `). */
const FOOTNOTE_MARK = /\[\^[^\]\s]{1,60}\](?:: )?/g;
/** The first line of GitHub's alerts, docs: basic-writing-and-formatting-syntax, "Alerts". */
const ALERT_MARK = /^\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*$/i;
const BOLD_TAGS = new Set(['b', 'strong']);
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
        runs.addText(`\`${token.content}\``, line);
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
  if (piece.kind === 'close') {
    if (BOLD_TAGS.has(piece.name)) runs.closeBold();
    if (piece.name === 'a') runs.closeLink(line);
    if (PARTING_TAGS.has(piece.name)) runs.addText(' ', line);
    return;
  }
  if (piece.kind !== 'open') return;
  const { href = '', src = '', alt = '' } = piece.attributes;
  if (BOLD_TAGS.has(piece.name)) runs.openBold();
  if (piece.name === 'br') runs.breakLine(line);
  if (piece.name === 'img') runs.addImage(src, alt, line);
  if (piece.name === 'a') runs.openLink(href, line);
  if (PARTING_TAGS.has(piece.name)) runs.addText(' ', line);
}

function alternativeText(image: Token): string {
  const parts = (image.children ?? []).map(child => (child.type === 'softbreak' ? ' ' : child.content));
  return parts.join('');
}
