/**
 * The Markdown parser: GitHub's dialect by markdown-it, which stays linear where remark is quadratic
 * (docs/decisions/0003-markdown-it-reads-readmes.md).
 */
import MarkdownIt, { type Token } from 'markdown-it';

/**
 * Containers deeper than this are not read: a list is two levels, so this is twenty lists in each other. Each level
 * looks at each line again.
 */
const DEEPEST_NESTING = 40;

const markdown = new MarkdownIt({ html: true, linkify: true, maxNesting: DEEPEST_NESTING });
// GitHub links addresses with a scheme only (GFM 6.9; its `www.` form is rare and no evidence).
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
// Addresses are data here and never followed: keep them as written, whatever their scheme.
markdown.validateLink = () => true;
markdown.normalizeLink = url => url;
markdown.normalizeLinkText = text => text;

/** The inline tokens whose places matter; text takes its line from the one before it. */
const PLACED_TOKENS = new Set([
  'link_open',
  'link_close',
  'image',
  'html_inline',
  'code_inline',
  'softbreak',
  'hardbreak',
]);
const StateInline = markdown.inline.State;
/** Notes where in its block such a token begins. */
markdown.inline.State = class extends StateInline {
  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const token = super.push(type, tag, nesting);
    if (PLACED_TOKENS.has(type)) token.meta = { ...token.meta, offset: this.pos };
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
