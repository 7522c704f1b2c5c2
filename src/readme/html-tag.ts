/** HTML in small pieces, as it stands inside a line of Markdown. */
import { Parser } from 'htmlparser2';

export type HtmlPiece =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'other' };

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
