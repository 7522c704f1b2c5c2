import type { Command, CommandName, CommandRight } from './intent.ts';

/** A command as it describes itself: help, docs and parser know it from here. */
export interface CommandDescription {
  readonly name: CommandName;
  /** As it is written, such as `/review explain <criterion>`; what stands in `<>` is filled in. */
  readonly usage: string;
  /** One sentence; backticks mark code. */
  readonly summary: string;
  readonly example: string;
  readonly right: CommandRight;
  /**
   * Reads what follows the name: the rest of its line, then the further lines of its paragraph, as plain text with line
   * breaks. Null where something is missing.
   */
  readonly read: (rest: string) => Command | null;
}
