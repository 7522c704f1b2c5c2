/** Markdown with two tokens of our own, so that what stands in code, quotes and HTML comments is none of them. */
import MarkdownIt, { type Token } from 'markdown-it';
import { beginsMailQuote } from './mail-reply.ts';

/** `/reviews`, `/review-x` and `/review/x` are not ours. */
const COMMAND = /\/review(?![\p{L}\p{N}_/-])/iuy;
export const COMMAND_TOKEN = 'command';
/** From here on the comment is the message that an e-mail answered. */
export const MAIL_QUOTE_TOKEN = 'mail_quote';

/** Lists and quotes deeper than this are not read. Each level looks at each line again. */
const DEEPEST_NESTING = 20;

/** markdown-it stays linear where remark is quadratic; test/commands/dearest-comments.test.ts has the dearest comments. */
const markdown = new MarkdownIt({ html: true, maxNesting: DEEPEST_NESTING });

markdown.inline.ruler.before('text', COMMAND_TOKEN, (state, silent) => {
  if (state.src[state.pos] !== '/' || !isLineStart(state.src, state.pos)) return false;
  COMMAND.lastIndex = state.pos;
  if (!COMMAND.test(state.src)) return false;
  if (!silent) state.push(COMMAND_TOKEN, '', 0).meta = { offset: state.pos };
  state.pos = COMMAND.lastIndex;
  return true;
});

markdown.inline.ruler.before('text', MAIL_QUOTE_TOKEN, (state, silent) => {
  if (!isLineStart(state.src, state.pos)) return false;
  const end = lineEnd(state.src, state.pos);
  const next = state.src.slice(end + 1, lineEnd(state.src, end + 1));
  if (!beginsMailQuote(state.src.slice(state.pos, end), next)) return false;
  if (!silent) state.push(MAIL_QUOTE_TOKEN, '', 0);
  state.pos = end;
  return true;
});

/** The paragraphs outside quotes, as tokens of type `inline`: `content` is their source, `map` their lines from 0. */
export function paragraphsOutsideQuotes(text: string): readonly Token[] {
  let quotes = 0;
  let inParagraph = false;
  return markdown.parse(text, {}).filter(block => {
    if (block.type.startsWith('blockquote')) quotes += block.nesting;
    if (block.type.startsWith('paragraph')) inParagraph = block.nesting === 1;
    return quotes === 0 && inParagraph && block.type === 'inline';
  });
}

/** True where nothing but blanks stands before `position` on its line. */
function isLineStart(text: string, position: number): boolean {
  let before = position - 1;
  while (text[before] === ' ' || text[before] === '\t') before -= 1;
  return before < 0 || text[before] === '\n';
}

function lineEnd(text: string, position: number): number {
  const end = text.indexOf('\n', position);
  return end < 0 ? text.length : end;
}
