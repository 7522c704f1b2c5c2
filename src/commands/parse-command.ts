import type { Command } from './intent.ts';
import { COMMANDS } from './kinds/index.ts';
import { nearCommandName } from './near-name.ts';
import { firstWord } from './plain-words.ts';

/**
 * Reads what follows `/review`, as plain text with line breaks. A first word that is a command's name, in any case, is
 * that command; one that is nearly so is `unknown`; before any other word it is a review, and the words are for people.
 */
export function parseCommand(words: string): Command {
  const first = firstWord(words);
  if (first === null) return { kind: 'review' };
  const name = first.word.toLowerCase();
  const description = COMMANDS.find(command => command.name === name);
  if (description !== undefined)
    return description.read(first.rest) ?? { kind: 'incomplete', command: description.name };
  const near = nearCommandName(name);
  return near === null ? { kind: 'review' } : { kind: 'unknown', nearest: near };
}
