import { nearest } from '../rubric/nearest.ts';
import type { CommandName } from './intent.ts';
import { COMMANDS } from './kinds/index.ts';

/** Prose may follow `/review`, and short words are near everything: `he`, `is`, `the`. */
const SHORTEST_MISS = 4;
/** Words shorter than this are forgiven one slip of the pen, longer ones two: `here` and `hello` are not `help`. */
const FORGIVING_FROM = 6;

/** A bare `/review` asks for a review, so does one before words like `reviews`. */
const NAMES = COMMANDS.map(({ name }) => name).filter(name => name !== 'review');

/** A command's name as a word of a sentence, such as `accepted`, and other words that are near one. */
const ORDINARY = new RegExp(`^(?:(?:${NAMES.join('|')})(?:s|ed|er|n|al)|access|confirm|withdrew)$`);

/**
 * The command whose name somebody nearly wrote, or null where the word begins a sentence. A slip keeps the first letter:
 * `expect` is not `accept`, and `well` is not `help`.
 */
export function nearCommandName(word: string): CommandName | null {
  const written = word.toLowerCase();
  if (written.length < SHORTEST_MISS || ORDINARY.test(written)) return null;
  const known = NAMES.filter(name => name[0] === written[0]);
  return nearest(written, known, written.length < FORGIVING_FROM ? 1 : 2);
}
