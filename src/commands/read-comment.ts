/**
 * Finds the command in a comment. Parsed as Markdown, so that a command inside code, a quote or an HTML comment is text
 * about the app and not a request to it.
 */
import MarkdownIt, { type Token } from 'markdown-it';
import type { Intent } from './intent.ts';

/** Prose is allowed after it; `/reviews`, `/review-x` and `/review/x` are not ours. */
const COMMAND = /\/review(?![\w/-])/iy;
const COMMAND_TOKEN = 'command';
const STARTS_WITH_SLASH = /^[ \t]*\//;

/** Lists and quotes deeper than this are not read. Each level looks at each line again. */
const DEEPEST_NESTING = 20;

/** markdown-it stays linear where remark is quadratic; test/commands/read-comment.test.ts has the dearest comments. */
const markdown = new MarkdownIt({ html: true, maxNesting: DEEPEST_NESTING });

markdown.inline.ruler.before('text', COMMAND_TOKEN, (state, silent) => {
  if (state.src[state.pos] !== '/' || !isLineStart(state.src, state.pos)) return false;
  COMMAND.lastIndex = state.pos;
  if (!COMMAND.test(state.src)) return false;
  if (!silent) state.push(COMMAND_TOKEN, '', 0).meta = { offset: state.pos };
  state.pos = COMMAND.lastIndex;
  return true;
});

/** First command of the comment, or null. `text` is the comment's Markdown; commands are recognised in any case. */
export function readComment(text: string): Intent | null {
  const rawLines = text.split(/\r\n|\r|\n/);
  let quotes = 0;
  let inParagraph = false;
  for (const block of markdown.parse(text, {})) {
    if (block.type.startsWith('blockquote')) quotes += block.nesting;
    if (block.type.startsWith('paragraph')) inParagraph = block.nesting === 1;
    if (quotes > 0 || !inParagraph) continue;
    for (const token of block.children ?? []) {
      if (token.type !== COMMAND_TOKEN || token.level > 0) continue;
      const line = lineOf(token, block);
      // A list's marker stands before what the tree calls the start of a line.
      if (STARTS_WITH_SLASH.test(rawLines[line] ?? '')) return { kind: 'review', line: line + 1 };
    }
  }
  return null;
}

/** The line of the comment, from 0, on which a token of a paragraph stands. */
function lineOf({ meta }: Token, { map, content }: Token): number {
  const offset = Number(meta?.['offset']);
  return (map?.[0] ?? 0) + content.slice(0, offset).split('\n').length - 1;
}

/** True where nothing but blanks stands before `position` on its line. */
function isLineStart(text: string, position: number): boolean {
  let before = position - 1;
  while (text[before] === ' ' || text[before] === '\t') before -= 1;
  return before < 0 || text[before] === '\n';
}
