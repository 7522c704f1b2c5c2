import { findCommands } from './find-commands.ts';
import type { Intent } from './intent.ts';
import { parseCommand } from './parse-command.ts';

/**
 * What a comment asks for, or null. `text` is the comment's Markdown: a command inside code, a quote, an HTML comment or
 * the message that an e-mail answers is text about the app and not a request to it. The first command wins.
 */
export function readComment(text: string): Intent | null {
  const [first, ...others] = findCommands(text);
  if (first === undefined) return null;
  return { command: parseCommand(first.words), line: first.line, others: others.length };
}
