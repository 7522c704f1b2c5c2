import type { Token } from 'markdown-it';
import { COMMAND_TOKEN, MAIL_QUOTE_TOKEN, paragraphsOutsideQuotes } from './comment-markdown.ts';

/** A line of a comment that gives a command. */
export interface WrittenCommand {
  /** 1-based. */
  readonly line: number;
  /**
   * What follows `/review`, as plain text: the rest of the line, then the further lines of the paragraph up to the next
   * command.
   */
  readonly words: string;
}

const STARTS_WITH_SLASH = /^[ \t]*\//;
/** A usage that was filled in with its brackets reads as HTML: `<failures>`. */
const IN_BRACKETS = /^<([\w -]+)>$/;

/** Every command of a comment, in order. */
export function findCommands(text: string): readonly WrittenCommand[] {
  const rawLines = text.split(/\r\n|\r|\n/);
  const found: WrittenCommand[] = [];
  for (const paragraph of paragraphsOutsideQuotes(text)) {
    const { commands, endsInMailQuote } = readParagraph(paragraph);
    // A list's marker stands before what the tree calls the start of a line.
    found.push(...commands.filter(({ line }) => STARTS_WITH_SLASH.test(rawLines[line - 1] ?? '')));
    if (endsInMailQuote) break;
  }
  return found;
}

function readParagraph({ children, content, map }: Token): {
  readonly commands: readonly WrittenCommand[];
  readonly endsInMailQuote: boolean;
} {
  const commands: { line: number; words: string }[] = [];
  let line = (map?.[0] ?? 0) + 1;
  let counted = 0;
  for (const token of children ?? []) {
    if (token.type === MAIL_QUOTE_TOKEN) return { commands, endsInMailQuote: true };
    const current = commands.at(-1);
    if (token.type !== COMMAND_TOKEN || token.level > 0) {
      if (current !== undefined) current.words += plainText(token);
      continue;
    }
    const offset = Number(token.meta?.['offset']);
    line += content.slice(counted, offset).split('\n').length - 1;
    counted = offset;
    commands.push({ line, words: '' });
  }
  return { commands, endsInMailQuote: false };
}

/** What a reader sees of a token; emphasis and links have their text in tokens of their own. */
function plainText({ type, content }: Token): string {
  if (type === 'softbreak' || type === 'hardbreak') return '\n';
  if (type === 'html_inline') return IN_BRACKETS.exec(content)?.[1] ?? '';
  if (type === COMMAND_TOKEN) return '/review';
  return content;
}
