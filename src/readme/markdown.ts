/**
 * The Markdown parser: GitHub's dialect by markdown-it, which stays linear where remark is quadratic
 * (measurements in docs/decisions and test/readme/cost-cases.ts).
 */
import MarkdownIt, { type Token } from 'markdown-it';

/** Containers deeper than this are not read; markdown-it's own protection against excessive recursion. */
const DEEPEST_NESTING = 100;

const markdown = new MarkdownIt({ html: true, linkify: true, maxNesting: DEEPEST_NESTING });
// GitHub links addresses with a scheme only (GFM 6.9; its `www.` form is rare and no evidence).
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
// Addresses are data here and never followed: keep them as written, whatever their scheme.
markdown.validateLink = () => true;
markdown.normalizeLink = url => url;
markdown.normalizeLinkText = text => text;

const StateInline = markdown.inline.State;
/** Notes where in its block each inline token begins, so that links and images have true lines. */
markdown.inline.State = class extends StateInline {
  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const token = super.push(type, tag, nesting);
    token.meta = { ...token.meta, offset: this.pos };
    return token;
  }
};

/** Block tokens of a text with LF line endings; their `map` counts lines from 0, the end exclusive. */
export function parseMarkdown(text: string): Token[] {
  return markdown.parse(text, {});
}

/** Offset in the block's `content` at which an inline token begins, where it is known. */
export function offsetOf(token: Token): number | undefined {
  const { offset } = token.meta ?? {};
  return typeof offset === 'number' ? offset : undefined;
}
