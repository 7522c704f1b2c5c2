/** HTML tags and comments as they stand inside of text, in Markdown or in a block of HTML. */
import { Parser } from 'htmlparser2';
import type { RunCollector } from './run-collector.ts';

export type HtmlPiece =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Attributes }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'other' };

type Attributes = Readonly<Record<string, string>>;

const BOLD = new Set(['b', 'strong']);

/** What a single tag or comment is. */
export function readHtmlPiece(html: string): HtmlPiece {
  const closing = /^<\/\s*([a-z][\w-]*)/i.exec(html)?.[1];
  if (closing !== undefined) return { kind: 'close', name: closing.toLowerCase() };
  let piece: HtmlPiece = { kind: 'other' };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      piece = { kind: 'open', name, attributes };
    },
    oncomment: text => {
      piece = { kind: 'comment', text };
    },
  });
  parser.end(html);
  return piece;
}

/** What a start tag does to the text around it. */
export function openTag(runs: RunCollector, name: string, attributes: Attributes, line: number): void {
  const { href = '', src = '', alt = '' } = attributes;
  if (BOLD.has(name)) runs.openBold();
  if (name === 'a') runs.openLink(href, line);
  if (name === 'br') runs.breakLine(line);
  if (name === 'img') runs.addImage(src, alt, line);
}

/** What an end tag does to the text around it. */
export function closeTag(runs: RunCollector, name: string, line: number): void {
  if (BOLD.has(name)) runs.closeBold();
  if (name === 'a') runs.closeLink(line);
}
