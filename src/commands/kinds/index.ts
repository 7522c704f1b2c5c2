import type { CommandDescription } from '../description.ts';
import type { CommandName } from '../intent.ts';
import { accept } from './accept.ts';
import { as } from './as.ts';
import { config } from './config.ts';
import { explain } from './explain.ts';
import { help } from './help.ts';
import { review } from './review.ts';
import { withdraw } from './withdraw.ts';

/** Every command by its name, in the order in which help lists them. */
export const COMMANDS_BY_NAME: Readonly<Record<CommandName, CommandDescription>> = {
  review,
  help,
  explain,
  as,
  accept,
  withdraw,
  config,
};

export const COMMANDS: readonly CommandDescription[] = Object.values(COMMANDS_BY_NAME);
